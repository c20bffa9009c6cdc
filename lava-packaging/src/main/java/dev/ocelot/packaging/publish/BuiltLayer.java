package dev.ocelot.packaging.publish;

import dev.ocelot.packaging.artifact.Artifact;
import dev.ocelot.packaging.artifact.ArtifactRecord;
import dev.ocelot.packaging.artifact.FileDigests;
import dev.ocelot.packaging.artifact.Publication;
import java.nio.file.Path;
import java.util.List;

/**
 * A layer that was built and checked, with the name that it is published under.
 *
 * @param artifact the entry that lists it
 * @param facts how it is published
 * @param record what is kept about it
 * @param file the zip, whose bytes are those of the entry
 * @param name its full name
 * @param version the version as it stands in the name
 * @param architecture where it runs
 */
public record BuiltLayer(
    Artifact artifact,
    Publication.Layer facts,
    ArtifactRecord record,
    Path file,
    LayerName name,
    String version,
    Architecture architecture) {

  /**
   * Where a layer runs.
   *
   * @param shortName as names and rows have it, such as {@code amd64}
   * @param serviceName as the service has it, such as {@code x86_64}
   */
  public record Architecture(String shortName, String serviceName) {}

  /**
   * What its bytes are.
   *
   * @return size and digests
   */
  public FileDigests digests() {
    return artifact.digests();
  }

  /**
   * The layer on its way to a service.
   *
   * @param settings what all layers have in common
   * @return the upload
   */
  public LayerUpload upload(PublishSettings.LayerSettings settings) {
    return new LayerUpload(
        name,
        LayerDescription.of(digests().md5(), facts.buildTags()),
        file,
        digests().sha256(),
        digests().size(),
        List.of(architecture.serviceName()),
        settings.runtimes(),
        settings.licence());
  }
}
