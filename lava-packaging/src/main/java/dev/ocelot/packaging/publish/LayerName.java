package dev.ocelot.packaging.publish;

import java.util.regex.Pattern;

/**
 * The full name of a layer, such as {@code ocel-amd64-minimal-0_126_0-prod}.
 *
 * @param text letters, digits, hyphens and underscores; at most {@value #LONGEST} characters
 */
public record LayerName(String text) implements Comparable<LayerName> {
  /** The most characters that a layer's name may have, as AWS Lambda has it. */
  public static final int LONGEST = 140;

  private static final Pattern FORM = Pattern.compile("[a-zA-Z0-9_-]{1," + LONGEST + "}");

  /** Refuses what is not a layer's name. */
  public LayerName {
    if (!isName(text)) {
      throw new IllegalArgumentException("not a layer's name: " + text);
    }
  }

  /**
   * Whether a text can be a layer's name.
   *
   * @param text any text
   * @return true when it can
   */
  public static boolean isName(String text) {
    return FORM.matcher(text).matches();
  }

  @Override
  public int compareTo(LayerName other) {
    return text.compareTo(other.text);
  }

  @Override
  public String toString() {
    return text;
  }
}
