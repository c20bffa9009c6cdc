package dev.ocelot.shell;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * The characters of a script, with the way back from an index to line and column.
 *
 * <p>A byte order mark is left out, and CR LF is read as LF; neither moves a position.
 */
public final class ShellText {
  private static final char BYTE_ORDER_MARK = '\uFEFF';
  private static final char REPLACEMENT = '\uFFFD';

  private final String chars;
  private final boolean crlf;
  private final boolean utf8;
  private final int[] lineStarts;

  private ShellText(String decoded, boolean utf8) {
    String text =
        !decoded.isEmpty() && decoded.charAt(0) == BYTE_ORDER_MARK ? decoded.substring(1) : decoded;
    this.crlf = text.contains("\r\n");
    this.chars = crlf ? text.replace("\r\n", "\n") : text;
    this.utf8 = utf8;
    this.lineStarts = lineStarts(chars);
  }

  /**
   * The text of a script.
   *
   * @param bytes the whole file; what is not UTF-8 is read as U+FFFD
   * @return the text
   */
  public static ShellText of(byte[] bytes) {
    String text = new String(bytes, StandardCharsets.UTF_8);
    // only a text with U+FFFD can have lost something, and few have it
    return new ShellText(text, text.indexOf(REPLACEMENT) < 0 || isUtf8(bytes));
  }

  private static boolean isUtf8(byte[] bytes) {
    try {
      StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes));
      return true;
    } catch (CharacterCodingException e) {
      return false;
    }
  }

  /**
   * The text of a script.
   *
   * @param text the characters
   * @return the text
   */
  public static ShellText of(String text) {
    return new ShellText(text, true);
  }

  private static int[] lineStarts(String chars) {
    int[] starts = new int[16];
    int count = 1;
    for (int at = chars.indexOf('\n'); at >= 0; at = chars.indexOf('\n', at + 1)) {
      if (count == starts.length) {
        starts = Arrays.copyOf(starts, count * 2);
      }
      starts[count++] = at + 1;
    }
    return Arrays.copyOf(starts, count);
  }

  /**
   * The characters, with LF line ends.
   *
   * @return the text
   */
  public String chars() {
    return chars;
  }

  /**
   * Whether any line ends in CR LF.
   *
   * @return true for at least one
   */
  public boolean crlf() {
    return crlf;
  }

  /**
   * Whether the bytes are UTF-8.
   *
   * @return false when some were read as U+FFFD
   */
  public boolean utf8() {
    return utf8;
  }

  /**
   * The position of an index.
   *
   * @param index from 0 to the length
   * @return line and column
   */
  Position position(int index) {
    int found = Arrays.binarySearch(lineStarts, index);
    int line = found >= 0 ? found : -found - 2;
    return new Position(line + 1, chars.codePointCount(lineStarts[line], index) + 1);
  }
}
