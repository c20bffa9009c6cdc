package dev.ocelot.tag;

import java.util.HexFormat;
import java.util.Optional;

/**
 * A structural tag: the MD5 over a build script and its inputs, in order, nothing between, as 32
 * lower-case hexadecimal digits.
 *
 * <p>It names what a component was built from. It never decides by itself that something may be
 * reused.
 *
 * @param text the 32 digits
 */
public record Tag(String text) implements Comparable<Tag> {
  private static final int LENGTH = 32;

  /** Refuses anything that is not a tag. */
  public Tag {
    if (!isTag(text)) {
      throw new IllegalArgumentException("not a tag: " + text);
    }
  }

  /**
   * The tag of a digest.
   *
   * @param md5 16 bytes
   * @return the tag
   */
  public static Tag of(byte[] md5) {
    return new Tag(HexFormat.of().formatHex(md5));
  }

  /**
   * Reads a tag.
   *
   * @param text any text
   * @return the tag, or empty when the text is not one
   */
  public static Optional<Tag> parse(String text) {
    return isTag(text) ? Optional.of(new Tag(text)) : Optional.empty();
  }

  private static boolean isTag(String text) {
    if (text.length() != LENGTH) {
      return false;
    }
    for (int i = 0; i < LENGTH; i++) {
      char c = text.charAt(i);
      if ((c < '0' || c > '9') && (c < 'a' || c > 'f')) {
        return false;
      }
    }
    return true;
  }

  @Override
  public int compareTo(Tag other) {
    return text.compareTo(other.text);
  }

  @Override
  public String toString() {
    return text;
  }
}
