package dev.ocelot.tag.component;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.PatternSyntaxException;

/**
 * Translates a Python regular expression into one for {@code java.util.regex}.
 *
 * <p>What differs: named groups and their references, {@code \Z}, comments, {@code {,n}}, the flags
 * {@code a}, {@code L} and {@code u}, and what a bracket or {@code &&} means inside a class. What
 * one language has and the other has not is refused.
 */
final class PythonRegex {
  private final String source;
  private final StringBuilder java = new StringBuilder();
  private final List<Integer> origins = new ArrayList<>();
  private final Map<String, String> groups = new HashMap<>();
  private int at;

  PythonRegex(String source) {
    this.source = source;
  }

  /**
   * Translates.
   *
   * @throws PatternSyntaxException for what cannot be translated; its index is one of the result
   */
  String toJava() {
    while (at < source.length()) {
      char c = source.charAt(at);
      if (c == '\\') {
        escape(false);
      } else if (c == '[') {
        characterClass();
      } else if (source.startsWith("(?", at)) {
        extension();
      } else if (source.startsWith("{,", at)) {
        emit("{0,", 2);
      } else {
        copy();
      }
    }
    return java.toString();
  }

  /** The index in the source that an index of the result stems from; -1 when unknown. */
  int originOf(int index) {
    if (index < 0) {
      return -1;
    }
    return index < origins.size() ? origins.get(index) : source.length();
  }

  private void copy() {
    emit(source.substring(at, at + 1), 1);
  }

  private void emit(String text, int consumed) {
    for (int i = 0; i < text.length(); i++) {
      origins.add(at);
    }
    java.append(text);
    at += consumed;
  }

  private void escape(boolean inClass) {
    if (at + 1 >= source.length()) {
      throw refused("a backslash at the end");
    }
    char c = source.charAt(at + 1);
    if (c == 'Z' && !inClass) {
      emit("\\z", 2);
    } else if (c == '0' || (inClass && c >= '0' && c <= '7')) {
      octal();
    } else if (isLetter(c)
        && (inClass ? "abdDfnrsStuUvwWx" : "AabBdDfnrsStuUvwWx").indexOf(c) < 0) {
      throw refused("the unknown escape \\" + c);
    } else if (c == 'v') {
      emit("\\x0b", 2);
    } else if (c == 'b' && inClass) {
      emit("\\x08", 2);
    } else if (c == 'U') {
      emit("\\x{" + digits(8) + "}", 10);
    } else {
      emit(source.substring(at, at + 2), 2);
    }
  }

  private void octal() {
    int end = at + 1;
    while (end < source.length()
        && end < at + 4
        && source.charAt(end) >= '0'
        && source.charAt(end) <= '7') {
      end++;
    }
    int value = Integer.parseInt(source.substring(at + 1, end), 8);
    emit("\\x{" + Integer.toHexString(value) + "}", end - at);
  }

  private String digits(int count) {
    int from = at + 2;
    if (from + count > source.length()
        || !source.substring(from, from + count).matches("[0-9a-fA-F]+")) {
      throw refused("an incomplete escape");
    }
    return source.substring(from, from + count);
  }

  /** In Python only {@code ]}, {@code \}, {@code ^} in front and {@code -} mean anything here. */
  private void characterClass() {
    int open = at;
    copy();
    if (at < source.length() && source.charAt(at) == '^') {
      copy();
    }
    boolean first = true;
    while (at < source.length() && (first || source.charAt(at) != ']')) {
      char c = source.charAt(at);
      first = false;
      if (c == '\\') {
        escape(true);
      } else if (c == '[' || c == ']' || c == '&' || c == '^') {
        emit("\\" + c, 1);
      } else {
        copy();
      }
    }
    if (at >= source.length()) {
      at = open;
      throw refused("a class that is not closed");
    }
    copy();
  }

  private void extension() {
    if (source.startsWith("(?P<", at)) {
      int end = nameEnd(at + 4, '>');
      String group = "g" + (groups.size() + 1);
      if (groups.putIfAbsent(source.substring(at + 4, end), group) != null) {
        throw refused("a group name that is used twice");
      }
      emit("(?<" + group + ">", end + 1 - at);
    } else if (source.startsWith("(?P=", at)) {
      int end = nameEnd(at + 4, ')');
      String group = groups.get(source.substring(at + 4, end));
      if (group == null) {
        throw refused("a reference to a group that is not there");
      }
      emit("\\k<" + group + ">", end + 1 - at);
    } else if (source.startsWith("(?#", at)) {
      int end = source.indexOf(')', at);
      if (end < 0) {
        throw refused("a comment that is not closed");
      }
      at = end + 1;
    } else if (startsWithAny("(?:", "(?=", "(?!", "(?<=", "(?<!", "(?>")) {
      emit(source.substring(at, at + 2), 2);
    } else {
      flags();
    }
  }

  private boolean startsWithAny(String... prefixes) {
    for (String prefix : prefixes) {
      if (source.startsWith(prefix, at)) {
        return true;
      }
    }
    return false;
  }

  /** {@code (?i)} and {@code (?i-s:}; in Java {@code a} and {@code u} are what holds anyway. */
  private void flags() {
    int end = at + 2;
    while (end < source.length() && "aimsux-".indexOf(source.charAt(end)) >= 0) {
      end++;
    }
    if (end == at + 2 || end >= source.length() || ":)".indexOf(source.charAt(end)) < 0) {
      throw refused("an unknown extension");
    }
    String kept = source.substring(at + 2, end).replaceAll("[au]", "");
    emit("(?" + kept + source.charAt(end), end + 1 - at);
  }

  private int nameEnd(int from, char close) {
    int end = source.indexOf(close, from);
    if (end < 0 || !source.substring(from, end).matches("[A-Za-z_][A-Za-z0-9_]*")) {
      throw refused("a group name that cannot be one");
    }
    return end;
  }

  private static boolean isLetter(char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
  }

  private PatternSyntaxException refused(String what) {
    while (origins.size() <= java.length()) {
      origins.add(at);
    }
    return new PatternSyntaxException("it has " + what, source, java.length());
  }
}
