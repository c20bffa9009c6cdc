package dev.ocelot.shell;

/**
 * Characters that mean something, for runs of others to be skipped: most of a script is plain text.
 */
final class CharacterSet {
  private static final int ASCII = 128;

  private final boolean[] members = new boolean[ASCII];

  /** A set of ASCII characters. */
  CharacterSet(String characters) {
    for (int i = 0; i < characters.length(); i++) {
      members[characters.charAt(i)] = true;
    }
  }

  boolean contains(char c) {
    return c < ASCII && members[c];
  }

  /** Whether every character of a text is a member. */
  boolean holds(String text) {
    for (int i = 0; i < text.length(); i++) {
      if (!contains(text.charAt(i))) {
        return false;
      }
    }
    return true;
  }

  /** The index at or behind a start where the first member stands; the length when none does. */
  int first(char[] text, int start) {
    int at = start;
    while (at < text.length) {
      char c = text[at];
      if (c < ASCII && members[c]) {
        break;
      }
      at++;
    }
    return at;
  }
}
