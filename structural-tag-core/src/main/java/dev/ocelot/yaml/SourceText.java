package dev.ocelot.yaml;

import dev.ocelot.problem.Location;
import dev.ocelot.problem.Problem;
import dev.ocelot.problem.ProblemException;
import dev.ocelot.problem.ProblemId;
import dev.ocelot.problem.Remedy;
import java.util.Arrays;
import java.util.Locale;

/**
 * The bytes of a file as text that YAML may hold: strict UTF-8, no control characters. Translates
 * the positions that the scanner counts, in code points after a byte order mark, into byte offsets.
 */
final class SourceText {
  private static final int STRIDE = 256;

  /** Inside a text it is a left-over of joined files, which readers take differently. */
  private static final int BYTE_ORDER_MARK = 0xFEFF;

  private final byte[] bytes;
  private final int start;
  private final int[] checkpoints;
  private final int[] codePoints;

  /**
   * Checks the bytes.
   *
   * @param bytes a whole file; not copied, so it must not change
   * @param shownAs the file's name in messages
   * @throws ProblemException when they are not UTF-8 or hold a character that YAML forbids
   */
  SourceText(byte[] bytes, String shownAs) {
    this.bytes = bytes;
    this.start = hasByteOrderMark(bytes) ? 3 : 0;
    this.checkpoints = new int[(bytes.length - start) / STRIDE + 1];
    this.codePoints = check(shownAs);
  }

  private static boolean hasByteOrderMark(byte[] bytes) {
    return bytes.length >= 3
        && bytes[0] == (byte) 0xEF
        && bytes[1] == (byte) 0xBB
        && bytes[2] == (byte) 0xBF;
  }

  private int[] check(String shownAs) {
    int[] text = new int[bytes.length - start];
    int line = 1;
    int lineStart = 0;
    int count = 0;
    int at = start;
    while (true) {
      int plain = plainBytes(at, text, count);
      for (int i = count + Math.floorMod(-count, STRIDE); i <= count + plain; i += STRIDE) {
        checkpoints[i / STRIDE] = at + i - count;
      }
      count += plain;
      at += plain;
      if (at == bytes.length) {
        return count == text.length ? text : Arrays.copyOf(text, count);
      }
      int length = Utf8.length(bytes, at);
      int codePoint = length == 0 ? -1 : Utf8.codePoint(bytes, at, length);
      if (length == 0 || !isAllowed(codePoint)) {
        throw refusal(codePoint, at, Location.of(shownAs, line, count - lineStart + 1));
      }
      text[count++] = codePoint;
      if (isLineEnd(codePoint, at)) {
        line++;
        lineStart = count;
      }
      at += length;
    }
  }

  /**
   * Copies what needs no thought, nearly all of nearly every file. A method of its own: a new
   * process compiles what is called often long before it compiles one long loop.
   */
  private int plainBytes(int from, int[] text, int count) {
    int at = from;
    for (int to = count; at < bytes.length; at++) {
      byte plain = bytes[at];
      if (plain < 0x20 || plain >= 0x7F) {
        break;
      }
      text[to++] = plain;
    }
    return at - from;
  }

  /** A CR that an LF follows ends no line; the LF does. */
  private boolean isLineEnd(int codePoint, int at) {
    if (codePoint == '\r') {
      return at + 1 == bytes.length || bytes[at + 1] != '\n';
    }
    return codePoint == '\n';
  }

  private static boolean isAllowed(int c) {
    return (c >= 0x20 && c <= 0x7E)
        || c == '\t'
        || c == '\n'
        || c == '\r'
        || c == 0x85
        || (c >= 0xA0 && c <= 0xFFFD && c != BYTE_ORDER_MARK)
        || c >= 0x10000;
  }

  private ProblemException refusal(int codePoint, int at, Location where) {
    String what;
    if (codePoint >= 0) {
      what =
          String.format(Locale.ROOT, "the character U+%04X, which may not stand here", codePoint);
    } else {
      what = String.format(Locale.ROOT, "the byte 0x%02X, which is not UTF-8 here", bytes[at]);
    }
    return new ProblemException(
        Problem.error(ProblemId.CONFIG_INVALID, "the file holds " + what)
            .at(where)
            .withRemedy(Remedy.advice("Save the file as UTF-8 text without control characters")));
  }

  /** The first byte of a character, or -1 at the end. */
  int byteAt(int index) {
    int at = offset(index);
    return at < bytes.length ? bytes[at] : -1;
  }

  /** The text without byte order mark; not to be changed. */
  int[] codePoints() {
    return codePoints;
  }

  /** The offset of the first byte behind the byte order mark. */
  int start() {
    return start;
  }

  /**
   * Where a character starts.
   *
   * @param index counted in code points from the start of the text; the text's length is legal
   * @return the offset of its first byte in the file
   */
  int offset(int index) {
    int at = checkpoints[index / STRIDE];
    for (int left = index % STRIDE; left > 0 && at < bytes.length; left--) {
      at += Utf8.length(bytes, at);
    }
    return at;
  }
}
