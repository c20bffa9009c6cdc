package dev.ocelot.packaging.json;

import dev.ocelot.problem.Location;

/**
 * The text of a document, which knows the line and column of each of its characters.
 *
 * @param text without a byte order mark
 * @param shownAs how problems name the document
 */
record JsonText(String text, String shownAs) {
  private static final char BYTE_ORDER_MARK = '\uFEFF';

  static JsonText of(String text, String shownAs) {
    boolean marked = !text.isEmpty() && text.charAt(0) == BYTE_ORDER_MARK;
    return new JsonText(marked ? text.substring(1) : text, shownAs);
  }

  /** Finds places in rising order of their offsets, in one pass over the text. */
  final class Places {
    private int offset;
    private int line = 1;
    private int column = 1;

    /**
     * A place.
     *
     * @param target an offset in chars; one before the last place that was asked for gives that
     *     last place
     * @return line, and column in code points
     */
    Location at(long target) {
      while (offset < target && offset < text.length()) {
        int codePoint = text.codePointAt(offset);
        offset += Character.charCount(codePoint);
        if (codePoint == '\n') {
          line++;
          column = 1;
        } else {
          column++;
        }
      }
      return Location.of(shownAs, line, column);
    }
  }
}
