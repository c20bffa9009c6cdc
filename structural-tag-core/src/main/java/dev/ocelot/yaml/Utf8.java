package dev.ocelot.yaml;

/** The well-formed byte sequences of UTF-8, as table 3-7 of the Unicode standard lists them. */
final class Utf8 {
  private Utf8() {}

  /**
   * How long the sequence is that starts at an offset.
   *
   * @param bytes the text
   * @param at an offset within it
   * @return 1 to 4, or 0 when no well-formed sequence starts there
   */
  static int length(byte[] bytes, int at) {
    int first = bytes[at] & 0xFF;
    if (first < 0x80) {
      return 1;
    }
    int length;
    int low = 0x80;
    int high = 0xBF;
    if (first >= 0xC2 && first <= 0xDF) {
      length = 2;
    } else if (first >= 0xE0 && first <= 0xEF) {
      length = 3;
      low = first == 0xE0 ? 0xA0 : low;
      high = first == 0xED ? 0x9F : high;
    } else if (first >= 0xF0 && first <= 0xF4) {
      length = 4;
      low = first == 0xF0 ? 0x90 : low;
      high = first == 0xF4 ? 0x8F : high;
    } else {
      return 0;
    }
    if (at + length > bytes.length || !between(bytes[at + 1], low, high)) {
      return 0;
    }
    for (int i = 2; i < length; i++) {
      if (!between(bytes[at + i], 0x80, 0xBF)) {
        return 0;
      }
    }
    return length;
  }

  private static boolean between(byte value, int low, int high) {
    int unsigned = value & 0xFF;
    return unsigned >= low && unsigned <= high;
  }

  /**
   * The character that a well-formed sequence stands for.
   *
   * @param bytes the text
   * @param at where the sequence starts
   * @param length as {@link #length} gives it
   * @return the code point
   */
  static int codePoint(byte[] bytes, int at, int length) {
    if (length == 1) {
      return bytes[at];
    }
    int value = bytes[at] & (0xFF >> (length + 1));
    for (int i = 1; i < length; i++) {
      value = (value << 6) | (bytes[at + i] & 0x3F);
    }
    return value;
  }
}
