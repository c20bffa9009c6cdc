package dev.ocelot.shell;

/** Where reading stands in a text, and how deeply nested it is. */
final class Cursor {
  /** Far beyond what anyone writes, and far from the end of the stack. */
  private static final int DEEPEST = 150;

  private final ShellText source;
  private final String text;

  /** The same, since a script is read once, by code that nobody has compiled yet. */
  private final char[] chars;

  private int index;
  private int depth;

  Cursor(ShellText source, int depth) {
    this.source = source;
    this.text = source.chars();
    this.chars = text.toCharArray();
    this.depth = depth;
  }

  boolean atEnd() {
    return index >= chars.length;
  }

  /** The character here; NUL at the end. */
  char peek() {
    return index < chars.length ? chars[index] : '\0';
  }

  /** A character further on; NUL behind the end. */
  char peek(int ahead) {
    int at = index + ahead;
    return at < chars.length ? chars[at] : '\0';
  }

  boolean at(String expected) {
    return text.startsWith(expected, index);
  }

  void skip(int count) {
    index = Math.min(index + count, chars.length);
  }

  char take() {
    return chars[index++];
  }

  /** Goes to the first character of a set; what stands before it, empty when it is here. */
  String takeUntil(CharacterSet set) {
    int start = index;
    index = set.first(chars, start);
    return start == index ? "" : text.substring(start, index);
  }

  int index() {
    return index;
  }

  void moveTo(int newIndex) {
    index = newIndex;
  }

  /** The index of a text at or behind here; -1 when it does not come. */
  int find(String wanted) {
    return text.indexOf(wanted, index);
  }

  int length() {
    return chars.length;
  }

  String since(int start) {
    return text.substring(start, index);
  }

  Position positionOf(int start) {
    return source.position(start);
  }

  ShellSyntaxException error(String message, int start) {
    return new ShellSyntaxException(message, source.position(start));
  }

  /** Goes one level down; every call is paired with {@link #leave}. */
  void enter() {
    if (++depth > DEEPEST) {
      throw error("nested too deeply", Math.min(index, chars.length));
    }
  }

  void leave() {
    depth--;
  }

  int depth() {
    return depth;
  }

  /** Blanks, and line ends taken away by a backslash. */
  void skipBlanks() {
    while (true) {
      char c = peek();
      if (c == ' ' || c == '\t') {
        index++;
      } else if (c == '\\' && peek(1) == '\n') {
        index += 2;
      } else {
        return;
      }
    }
  }
}
