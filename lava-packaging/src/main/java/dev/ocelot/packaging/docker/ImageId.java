package dev.ocelot.packaging.docker;

/**
 * The content digest by which an engine knows an image.
 *
 * @param text {@code sha256:} and 64 hexadecimal digits
 */
public record ImageId(String text) {
  /** Refuses anything else. */
  public ImageId {
    if (!text.matches("sha256:[0-9a-f]{64}")) {
      throw new IllegalArgumentException("not an image id: " + text);
    }
  }

  @Override
  public String toString() {
    return text;
  }
}
