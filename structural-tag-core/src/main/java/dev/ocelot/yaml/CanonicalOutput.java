package dev.ocelot.yaml;

/**
 * The text that is being written, with what PyYAML's emitter keeps in mind about the place: the
 * column, whether white space came last, and whether the line holds nothing but indentation and
 * indicators so far.
 */
final class CanonicalOutput {
  /** Lines are folded behind this column. */
  static final int WIDTH = 80;

  private final StringBuilder text = new StringBuilder();
  private int column;
  private boolean whitespace = true;
  private boolean indention = true;

  /** Writes an indicator after a space, unless white space came last. */
  void indicator(String indicator) {
    indicator(indicator, false);
  }

  /** Writes {@code -}, {@code ?} or {@code :} of a complex key, behind which a block may start. */
  void blockIndicator(String indicator) {
    indicator(indicator, true);
  }

  private void indicator(String indicator, boolean block) {
    raw(whitespace ? indicator : " " + indicator);
    whitespace = false;
    indention = indention && block;
  }

  /** Writes an indicator right behind what came last. */
  void attached(String indicator) {
    raw(indicator);
    whitespace = false;
    indention = false;
  }

  /** Writes text as it is. */
  void raw(String part) {
    text.append(part);
    column += part.length();
  }

  /** Goes to a column, on the next line unless this one is still free up to there. */
  void indent(int to) {
    if (!indention || column > to || (column == to && !whitespace)) {
      lineBreak();
    }
    if (column < to) {
      whitespace = true;
      raw(" ".repeat(to - column));
    }
  }

  void lineBreak() {
    text.append('\n');
    column = 0;
    whitespace = true;
    indention = true;
  }

  /** Starts or resumes the text of a scalar. */
  void inText() {
    whitespace = false;
    indention = false;
  }

  boolean afterWhitespace() {
    return whitespace;
  }

  boolean inIndention() {
    return indention;
  }

  int column() {
    return column;
  }

  @Override
  public String toString() {
    return text.toString();
  }
}
