package dev.ocelot.packaging.artifact;

import dev.ocelot.tag.InputDigest;

/**
 * An input of a structural tag, as a record keeps it.
 *
 * @param path relative to the repository root, with forward slashes
 * @param size in bytes
 * @param sha256 64 lower-case hexadecimal digits
 */
public record RecordedInput(String path, long size, String sha256) {

  /**
   * Keeps what a record needs of an input.
   *
   * @param input the input as the tag was computed
   * @return the same input
   */
  public static RecordedInput of(InputDigest input) {
    return new RecordedInput(input.path(), input.size(), input.sha256());
  }
}
