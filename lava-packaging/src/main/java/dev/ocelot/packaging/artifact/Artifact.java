package dev.ocelot.packaging.artifact;

import dev.ocelot.tag.Tag;
import java.util.Comparator;

/**
 * One entry of {@code artifacts.json}: what a later goal needs to find an artifact, to check its
 * bytes, and to publish it.
 *
 * @param id which artifact
 * @param producer the goal that made it, such as {@code build-components}; that goal replaces its
 *     own entries
 * @param file relative to the output directory, with forward slashes
 * @param digests what the file's bytes are
 * @param contentDigest sha256 over sorted names, modes and contents
 * @param structuralTag what it was built from
 * @param record the record's file, relative to the output directory, with forward slashes
 * @param publication how it is published
 */
public record Artifact(
    ArtifactId id,
    String producer,
    String file,
    FileDigests digests,
    String contentDigest,
    Tag structuralTag,
    String record,
    Publication publication)
    implements Comparable<Artifact> {

  private static final Comparator<Artifact> ORDER =
      Comparator.comparing(Artifact::id).thenComparing(Artifact::file);

  /**
   * The entry of a recorded artifact.
   *
   * @param record the record
   * @param folder the artifact's folder relative to the output directory, with forward slashes,
   *     without a trailing one, such as {@code layers}
   * @param producer the goal that made it
   * @param publication how it is published
   * @return the entry
   */
  public static Artifact of(
      ArtifactRecord record, String folder, String producer, Publication publication) {
    return new Artifact(
        record.id(),
        producer,
        folder + "/" + record.file(),
        record.digests(),
        record.contentDigest(),
        record.tag().tag(),
        folder + "/" + record.recordName(),
        publication);
  }

  @Override
  public int compareTo(Artifact other) {
    return ORDER.compare(this, other);
  }
}
