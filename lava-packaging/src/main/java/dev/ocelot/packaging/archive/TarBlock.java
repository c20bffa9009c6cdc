package dev.ocelot.packaging.archive;

import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** One header block of a tar archive, read strictly. */
final class TarBlock {
  private final byte[] block;

  private TarBlock(byte[] block) {
    this.block = block;
  }

  /**
   * Reads a block.
   *
   * @param block 512 bytes
   * @return the header
   * @throws UnsafeArchiveException when its checksum is wrong
   */
  static TarBlock of(byte[] block) throws UnsafeArchiveException {
    TarBlock header = new TarBlock(block.clone());
    int sum = 8 * ' ';
    for (int i = 0; i < block.length; i++) {
      sum += i >= 148 && i < 156 ? 0 : block[i] & 0xFF;
    }
    if (header.number(148, 8) != sum) {
      throw UnsafeArchiveException.damaged("has a header with a wrong checksum");
    }
    return header;
  }

  char type() {
    return (char) (block[156] & 0xFF);
  }

  int mode() throws UnsafeArchiveException {
    return (int) number(100, 8);
  }

  long size() throws UnsafeArchiveException {
    return number(124, 12);
  }

  /**
   * The name that stands in this block.
   *
   * @return the name, with the prefix where this flavour of tar has one
   * @throws UnsafeArchiveException when it is not UTF-8
   */
  String name() throws UnsafeArchiveException {
    String name = text(0, 100);
    boolean posix = Arrays.equals(block, 257, 263, new byte[] {'u', 's', 't', 'a', 'r', 0}, 0, 6);
    String prefix = posix ? text(345, 155) : "";
    return prefix.isEmpty() ? name : prefix + "/" + name;
  }

  String target() throws UnsafeArchiveException {
    return text(157, 100);
  }

  /**
   * Decodes a name.
   *
   * @param bytes the bytes
   * @return the text
   * @throws UnsafeArchiveException when they are not UTF-8
   */
  static String utf8(byte[] bytes) throws UnsafeArchiveException {
    try {
      return NativeNames.strictUtf8(bytes);
    } catch (CharacterCodingException e) {
      String shown = new String(bytes, StandardCharsets.ISO_8859_1);
      throw UnsafeArchiveException.entry(
          shown, "has a name that is not UTF-8", UnsafeArchiveException.Advice.RENAME);
    }
  }

  private String text(int at, int length) throws UnsafeArchiveException {
    int end = at;
    while (end < at + length && block[end] != 0) {
      end++;
    }
    return utf8(Arrays.copyOfRange(block, at, end));
  }

  /** Octal digits, or a binary number where the first bit is set (as GNU tar has them). */
  private long number(int at, int length) throws UnsafeArchiveException {
    if ((block[at] & 0x80) != 0) {
      return binary(at, length);
    }
    int from = at;
    int to = at + length;
    while (from < to && block[from] == ' ') {
      from++;
    }
    long value = 0;
    while (from < to && block[from] >= '0' && block[from] <= '7') {
      value = value << 3 | (block[from++] - '0');
    }
    if (from < to && block[from] != 0 && block[from] != ' ') {
      throw UnsafeArchiveException.damaged("has a header with a number that is none");
    }
    return value;
  }

  private long binary(int at, int length) throws UnsafeArchiveException {
    long value = block[at] & 0x7F;
    for (int i = at + 1; i < at + length; i++) {
      if (value >= 1L << 54) {
        throw UnsafeArchiveException.damaged("has a header with a number out of range");
      }
      value = value << 8 | (block[i] & 0xFF);
    }
    return value;
  }
}
