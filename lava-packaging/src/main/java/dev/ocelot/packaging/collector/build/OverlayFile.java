package dev.ocelot.packaging.collector.build;

import dev.ocelot.digest.Digest;
import dev.ocelot.packaging.artifact.RecordedInput;

/** A file of the repository that is laid over the upstream's, as it was when it was read. */
public final class OverlayFile {
  private final String source;
  private final String target;
  private final byte[] content;
  private final String sha256;

  /**
   * A file.
   *
   * @param source where it lies in the repository, with forward slashes
   * @param target where it goes, relative to the upstream's {@code collector} folder
   * @param content its bytes, copied
   */
  public OverlayFile(String source, String target, byte[] content) {
    this.source = source;
    this.target = target;
    this.content = content.clone();
    this.sha256 = Digest.SHA256.of(content);
  }

  String source() {
    return source;
  }

  String target() {
    return target;
  }

  byte[] content() {
    return content.clone();
  }

  String sha256() {
    return sha256;
  }

  RecordedInput recorded() {
    return new RecordedInput(source, content.length, sha256);
  }
}
