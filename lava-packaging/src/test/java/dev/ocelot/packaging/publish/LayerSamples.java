package dev.ocelot.packaging.publish;

import dev.ocelot.packaging.artifact.Artifact;
import dev.ocelot.packaging.artifact.ArtifactId;
import dev.ocelot.packaging.artifact.ArtifactKind;
import dev.ocelot.packaging.artifact.ArtifactRecord;
import dev.ocelot.packaging.artifact.FileDigests;
import dev.ocelot.packaging.artifact.Publication;
import dev.ocelot.packaging.artifact.RecordedInput;
import dev.ocelot.packaging.artifact.RecordedSource;
import dev.ocelot.packaging.artifact.RecordedTag;
import dev.ocelot.packaging.artifact.RecordedTool;
import dev.ocelot.packaging.publish.PublishSettings.LayerSettings;
import dev.ocelot.packaging.publish.PublishSettings.TableSettings;
import dev.ocelot.tag.Tag;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import java.util.TreeMap;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** Layers and settings for tests, also for those of other implementations of the port. */
public final class LayerSamples {
  private LayerSamples() {}

  /**
   * Writes a zip with one file of noise, so that the zip is about as large as the file.
   *
   * @param zip where to
   * @param content what the file's bytes depend on
   * @param size of the file in bytes
   * @return the zip
   */
  public static Path zip(Path zip, String content, int size) {
    byte[] bytes = new byte[size];
    new Random(content.hashCode()).nextBytes(bytes);
    try (OutputStream out = Files.newOutputStream(zip);
        ZipOutputStream archive = new ZipOutputStream(out, StandardCharsets.UTF_8)) {
      ZipEntry entry = new ZipEntry("content");
      entry.setTime(0);
      archive.putNextEntry(entry);
      archive.write(bytes);
      archive.closeEntry();
      return zip;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /**
   * An upload of such a zip.
   *
   * @param layer the layer's name
   * @param zip the zip
   * @return the upload
   */
  public static LayerUpload upload(String layer, Path zip) {
    FileDigests digests = digests(zip);
    return new LayerUpload(
        new LayerName(layer),
        "md5: " + digests.md5(),
        zip,
        digests.sha256(),
        digests.size(),
        List.of("x86_64"),
        List.of("java21", "provided.al2023"),
        "Apache-2.0");
  }

  /**
   * A built layer of a component, named {@code ocel-amd64-<component>-1_0-local}.
   *
   * @param folder where its zip is made
   * @param component the component
   * @param content what its bytes and its content digest depend on
   * @return the layer
   */
  public static BuiltLayer layer(Path folder, String component, String content) {
    Path zip = zip(folder.resolve(component + "-" + content + ".zip"), content, 3000);
    return layer(component, zip, contentDigest(content));
  }

  /**
   * A built layer of a component.
   *
   * @param component the component
   * @param zip its zip
   * @param contentDigest of the zip's content
   * @return the layer
   */
  public static BuiltLayer layer(String component, Path zip, String contentDigest) {
    ArtifactRecord record =
        new ArtifactRecord(
            new ArtifactId(ArtifactKind.LAYER, component, "1.0", "linux/amd64"),
            zip.getFileName().toString(),
            digests(zip),
            contentDigest,
            new RecordedTag(
                new Tag("ab".repeat(16)),
                List.of(new RecordedInput("components/x/build.sh", 1, "cd".repeat(32)))),
            "ef".repeat(32),
            "",
            List.of(new RecordedSource("https://example.org/x.git", "12".repeat(20), "")),
            List.of(new RecordedTool("gcc", "12.2.0")),
            new TreeMap<>());
    Publication.Layer facts = Publication.Layer.ofComponent(component, 3000);
    return new BuiltLayer(
        Artifact.of(record, "layers", "build-components", facts),
        facts,
        record,
        zip,
        new LayerName("ocel-amd64-" + component + "-1_0-local"),
        "1_0",
        new BuiltLayer.Architecture("amd64", "x86_64"));
  }

  /**
   * A made-up content digest.
   *
   * @param content what it depends on
   * @return 64 hexadecimal digits
   */
  public static String contentDigest(String content) {
    return String.format(java.util.Locale.ROOT, "%064x", content.hashCode() & 0xffff_ffffL);
  }

  /**
   * Settings.
   *
   * @param isPublic whether layers are for everyone
   * @param regions where they go
   * @return the settings
   */
  public static PublishSettings settings(boolean isPublic, String... regions) {
    return new PublishSettings(
        new LayerSettings("ocel", "1.0", "local", isPublic, List.of("java21"), "Apache-2.0"),
        List.of(regions).stream().map(Region::new).toList(),
        new TableSettings("ocelot-layers", new Region("us-east-1")),
        "",
        PublisherKind.DIRECTORY,
        "published",
        "");
  }

  private static FileDigests digests(Path zip) {
    try {
      return FileDigests.of(zip);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
