package dev.ocelot.tag.explain;

/** A path as a line of text can show it: one line, and nothing that a terminal would act upon. */
final class ShownPath {
  private ShownPath() {}

  /** The path itself, or between quotes with escapes when it could be misread. */
  static String of(String path) {
    StringBuilder shown = new StringBuilder();
    path.codePoints().forEach(point -> append(shown, point));
    boolean plain = shown.length() == path.length() && !path.isEmpty() && path.indexOf(' ') < 0;
    return plain && path.indexOf(',') < 0 ? path : "'" + shown + "'";
  }

  private static void append(StringBuilder shown, int point) {
    switch (Character.getType(point)) {
      case Character.CONTROL,
          Character.FORMAT,
          Character.SURROGATE,
          Character.UNASSIGNED,
          Character.PRIVATE_USE,
          Character.LINE_SEPARATOR,
          Character.PARAGRAPH_SEPARATOR ->
          shown.append("\\u").append(String.format(java.util.Locale.ROOT, "%04x", point));
      default -> {
        if (point == '\\' || point == '\'') {
          shown.append('\\');
        }
        shown.appendCodePoint(point);
      }
    }
  }
}
