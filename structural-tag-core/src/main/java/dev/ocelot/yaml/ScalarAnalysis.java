package dev.ocelot.yaml;

/**
 * Which of PyYAML's styles can hold a text in a block.
 *
 * @param plain whether it may stand without quotes, as far as indicators and white space go
 * @param single whether single quotes can hold it; double quotes hold everything
 */
record ScalarAnalysis(boolean plain, boolean single) {

  /** Looks at a text that is not empty. */
  static ScalarAnalysis of(int[] text) {
    boolean special = false;
    boolean breaks = false;
    boolean breakSpace = false;
    boolean spaceBreak = false;
    boolean indicators = startsWithDocumentMark(text) || startsWithIndicator(text);
    for (int i = 0; i < text.length; i++) {
      int c = text[i];
      boolean afterWhite = i == 0 || isWhite(text[i - 1]);
      boolean beforeWhite = i + 1 == text.length || isWhite(text[i + 1]);
      indicators |= i > 0 && ((c == ':' && beforeWhite) || (c == '#' && afterWhite));
      special |= c != '\n' && (c < 0x20 || c > 0x7E);
      breaks |= isBreak(c);
      if (i > 0) {
        breakSpace |= c == ' ' && isBreak(text[i - 1]);
        spaceBreak |= isBreak(c) && text[i - 1] == ' ';
      }
    }
    boolean edge = isEdge(text[0]) || isEdge(text[text.length - 1]);
    boolean single = !breakSpace && !spaceBreak && !special;
    return new ScalarAnalysis(single && !breaks && !edge && !indicators, single);
  }

  private static boolean startsWithDocumentMark(int[] text) {
    return text.length >= 3
        && (text[0] == '-' || text[0] == '.')
        && text[1] == text[0]
        && text[2] == text[0];
  }

  private static boolean startsWithIndicator(int[] text) {
    boolean beforeWhite = text.length == 1 || isWhite(text[1]);
    return "#,[]{}&*!|>'\"%@`".indexOf(text[0]) >= 0
        || ((text[0] == '?' || text[0] == ':' || text[0] == '-') && beforeWhite);
  }

  private static boolean isEdge(int c) {
    return c == ' ' || isBreak(c);
  }

  private static boolean isWhite(int c) {
    return c == ' ' || c == '\t' || c == '\r' || c == 0 || isBreak(c);
  }

  /** Whether a character ends a line in PyYAML's eyes. */
  static boolean isBreak(int c) {
    return c == '\n' || c == 0x85 || c == 0x2028 || c == 0x2029;
  }

  /** Whether a text has several lines. */
  static boolean hasBreak(String text) {
    return text.chars().anyMatch(ScalarAnalysis::isBreak);
  }
}
