package dev.ocelot.packaging.artifact;

import dev.ocelot.tag.Tag;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Artifacts to write and read. */
public final class Samples {
  /** A sha256. */
  public static final String SHA = "0123456789abcdef".repeat(4);

  /** An MD5. */
  public static final String MD5 = "fedcba9876543210".repeat(2);

  private Samples() {}

  /**
   * A record with something in every field.
   *
   * @return the record
   */
  public static ArtifactRecord record() {
    return new ArtifactRecord(
        new ArtifactId(ArtifactKind.COMPONENT, "hello", "1.0-SNAPSHOT", "linux/amd64"),
        "hello-amd64.zip",
        new FileDigests(1234, SHA, MD5),
        "ab".repeat(32),
        new RecordedTag(
            new Tag("cd".repeat(16)),
            List.of(
                new RecordedInput("components/hello/build.sh", 120, SHA),
                new RecordedInput("components/hello/patches/1 é \"q\".patch", 0, SHA))),
        "ef".repeat(32),
        "12".repeat(32),
        List.of(
            new RecordedSource("https://example.org/z.git", "1f".repeat(20), ""),
            new RecordedSource("https://example.org/a.tar.gz", "", SHA)),
        List.of(new RecordedTool("zlib", "1.3"), new RecordedTool("gcc", "12.2.0")),
        new TreeMap<>(Map.of("network", "none", "format", "zip")));
  }

  /**
   * An artifact of a module.
   *
   * @param kind what sort of thing it is
   * @param name its name
   * @param producer the goal that made it
   * @return the entry
   */
  public static Artifact artifact(String kind, String name, String producer) {
    return new Artifact(
        new ArtifactId(new ArtifactKind(kind), name, "1.0", "linux/amd64"),
        producer,
        kind + "s/" + name + "-amd64.zip",
        new FileDigests(1, SHA, MD5),
        SHA,
        new Tag(MD5),
        kind + "s/" + name + "-amd64.zip.json",
        kind.equals("layer") ? Publication.Layer.ofComponent(name, 5) : Publication.NONE);
  }
}
