package dev.ocelot.shell;

import java.util.ArrayList;
import java.util.List;

/**
 * The names that a shell allows for variables and functions: letters, digits and underscores, not
 * beginning with a digit. Read by hand, not by regular expressions, because every word of every
 * script is looked at and a new process would compile them first.
 */
public final class Identifier {
  private Identifier() {}

  /**
   * Where a name ends.
   *
   * @param text any text
   * @param start where the name begins, at most the length of the text
   * @return the index behind its last character; {@code start} itself when there is no name
   */
  public static int end(String text, int start) {
    if (start == text.length() || !isStart(text.charAt(start))) {
      return start;
    }
    int at = start + 1;
    while (at < text.length() && (isStart(text.charAt(at)) || isDigit(text.charAt(at)))) {
      at++;
    }
    return at;
  }

  /**
   * Whether a text is a name and nothing else.
   *
   * @param text any text
   * @return false for an empty one
   */
  public static boolean matches(String text) {
    return !text.isEmpty() && end(text, 0) == text.length();
  }

  /**
   * The names in an arithmetic expression. Letters behind a digit belong to a number.
   *
   * @param text the expression
   * @return in the order of the text, each as often as it stands there
   */
  public static List<String> allIn(String text) {
    List<String> names = new ArrayList<>();
    int at = 0;
    while (at < text.length()) {
      int end = end(text, at);
      if (end > at && (at == 0 || !isDigit(text.charAt(at - 1)))) {
        names.add(text.substring(at, end));
      }
      at = Math.max(end, at + 1);
    }
    return names;
  }

  static boolean isStart(char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '_';
  }

  static boolean isDigit(char c) {
    return c >= '0' && c <= '9';
  }

  /** Where a run of digits ends; {@code start} itself when there is none. */
  static int digitsEnd(String text, int start) {
    int at = start;
    while (at < text.length() && isDigit(text.charAt(at))) {
      at++;
    }
    return at;
  }

  /** Where a subscript in brackets ends; {@code start} itself when there is none. */
  static int subscriptEnd(String text, int start) {
    int close = text.startsWith("[", start) ? text.indexOf(']', start) : -1;
    return close < 0 ? start : close + 1;
  }
}
