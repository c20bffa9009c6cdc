package dev.ocelot.packaging.publish;

import java.util.List;

/**
 * The description of a layer's version, by which a later run finds out that the same bytes are
 * published already: {@code md5: <hex> | tag, tag}.
 */
public final class LayerDescription {
  /** The most characters that a description may have, as AWS Lambda has it. */
  public static final int LONGEST = 256;

  private static final String ELLIPSIS = "...";
  private static final String COMMON_PREFIX = "lambdacomponents.";

  private LayerDescription() {}

  /**
   * Writes a description; one that is too long ends in three dots.
   *
   * @param md5 of the zip
   * @param buildTags in the order in which they are shown
   * @return at most {@value #LONGEST} characters
   */
  public static String of(String md5, List<String> buildTags) {
    StringBuilder text = new StringBuilder("md5: ").append(md5);
    List<String> shown =
        buildTags.stream()
            .map(tag -> tag.strip().replace(COMMON_PREFIX, ""))
            .filter(tag -> !tag.isEmpty())
            .toList();
    if (!shown.isEmpty()) {
      text.append(" | ").append(String.join(", ", shown));
    }
    return shortened(text.toString());
  }

  /**
   * Whether a description says that a version holds these bytes.
   *
   * @param description of a version
   * @param md5 of a zip
   * @return true when the digest stands anywhere in it
   */
  public static boolean names(String description, String md5) {
    return description.contains(md5);
  }

  private static String shortened(String text) {
    if (text.codePointCount(0, text.length()) <= LONGEST) {
      return text;
    }
    int end = text.offsetByCodePoints(0, LONGEST - ELLIPSIS.length());
    return text.substring(0, end) + ELLIPSIS;
  }
}
