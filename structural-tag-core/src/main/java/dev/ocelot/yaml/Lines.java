package dev.ocelot.yaml;

import static java.nio.charset.StandardCharsets.UTF_8;

import org.jspecify.annotations.Nullable;

/** The lines of a file as bytes. Knows every line end that YAML 1.1 knows. */
final class Lines {
  private final byte[] bytes;
  private final int first;

  /**
   * Over a file.
   *
   * @param bytes the file
   * @param first the first byte of text
   */
  Lines(byte[] bytes, int first) {
    this.bytes = bytes;
    this.first = first;
  }

  /** The first byte of the line that holds an offset. */
  int start(int offset) {
    int at = offset;
    while (at > first && endLength(at) == 0) {
      at--;
    }
    return at;
  }

  /** The length of the line end that stops right before an offset; 0 when none does. */
  private int endLength(int offset) {
    if (offset <= first) {
      return 0;
    }
    byte last = bytes[offset - 1];
    if (last == '\n') {
      return offset - 2 >= first && bytes[offset - 2] == '\r' ? 2 : 1;
    }
    if (last == '\r') {
      return offset < bytes.length && bytes[offset] == '\n' ? 0 : 1;
    }
    if (last == (byte) 0x85) {
      return offset - 2 >= first && bytes[offset - 2] == (byte) 0xC2 ? 2 : 0;
    }
    boolean separator = last == (byte) 0xA8 || last == (byte) 0xA9;
    return separator
            && offset - 3 >= first
            && bytes[offset - 2] == (byte) 0x80
            && bytes[offset - 3] == (byte) 0xE2
        ? 3
        : 0;
  }

  /** The first byte of the line behind the one that holds an offset, or the end of the file. */
  int next(int offset) {
    for (int at = offset + 1; at <= bytes.length; at++) {
      if (endLength(at) > 0) {
        return at;
      }
    }
    return bytes.length;
  }

  /** Whether a line ends between two offsets. */
  boolean endsBetween(int from, int to) {
    for (int at = from + 1; at <= to; at++) {
      if (endLength(at) > 0) {
        return true;
      }
    }
    return false;
  }

  /** The blanks that are all there is before an offset on its line; null when there is more. */
  @Nullable String leadingBlanks(int offset) {
    int at = offset;
    while (at > first && (bytes[at - 1] == ' ' || bytes[at - 1] == '\t')) {
      at--;
    }
    return isStart(at) ? text(at, offset) : null;
  }

  /** Whether an offset is the first of a line. */
  boolean isStart(int offset) {
    return offset == first || endLength(offset) > 0;
  }

  /** The line end right before an offset; empty when it is not the first of a line. */
  String endBefore(int offset) {
    int length = endLength(offset);
    return new String(bytes, offset - length, length, UTF_8);
  }

  /** The line end that stands nearest before an offset, else the file's first, else LF. */
  String endNear(int offset) {
    int start = start(offset);
    String before = endBefore(start);
    if (!before.isEmpty()) {
      return before;
    }
    String after = endBefore(next(start));
    return after.isEmpty() ? "\n" : after;
  }

  /** The column, in bytes, of the first byte of a line that is neither blank nor a tab. */
  int indent(int lineStart) {
    int at = lineStart;
    while (at < bytes.length && (bytes[at] == ' ' || bytes[at] == '\t')) {
      at++;
    }
    return at - lineStart;
  }

  /** The bytes between two offsets as text. */
  String text(int from, int to) {
    return new String(bytes, from, to - from, UTF_8);
  }

  /** The end of the file. */
  int length() {
    return bytes.length;
  }

  /** The byte at an offset, or -1 behind the end. */
  int at(int offset) {
    return offset < bytes.length ? bytes[offset] : -1;
  }
}
