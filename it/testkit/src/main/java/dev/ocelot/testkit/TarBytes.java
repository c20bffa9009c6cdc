package dev.ocelot.testkit;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** Makes tar archives by hand, hostile ones included: nothing is checked, everything can be set. */
public final class TarBytes {
  private static final int BLOCK = 512;

  private final ByteArrayOutputStream out = new ByteArrayOutputStream();

  /**
   * Adds an executable file.
   *
   * @param name its name
   * @param content its content
   * @return this
   */
  public TarBytes file(String name, String content) {
    return entry('0', name, 0755, "", content.getBytes(StandardCharsets.UTF_8));
  }

  /**
   * Adds a folder.
   *
   * @param name its name
   * @return this
   */
  public TarBytes directory(String name) {
    return entry('5', name, 0755, "", new byte[0]);
  }

  /**
   * Adds a symbolic link.
   *
   * @param name its name
   * @param target where it points
   * @return this
   */
  public TarBytes link(String name, String target) {
    return entry('2', name, 0777, target, new byte[0]);
  }

  /**
   * Adds an entry of any type.
   *
   * @param type the type's character
   * @param name its name
   * @param mode its permission bits
   * @param target where it points
   * @param content its content
   * @return this
   */
  public TarBytes entry(char type, String name, int mode, String target, byte[] content) {
    byte[] header = header(type, bytes(name), mode, target, content.length);
    return raw(header).content(content);
  }

  /**
   * Adds an extended header in the pax format, which is about the next entry.
   *
   * @param key such as {@code path}
   * @param value its value
   * @return this
   */
  public TarBytes pax(String key, String value) {
    return entry('x', "PaxHeaders/x", 0644, "", paxRecord(key, value));
  }

  /**
   * One record of an extended header.
   *
   * @param key the key
   * @param value the value
   * @return its bytes
   */
  public static byte[] paxRecord(String key, String value) {
    int length = bytes(key).length + bytes(value).length + 3;
    String digits = Integer.toString(length + Integer.toString(length).length());
    digits = Integer.toString(length + digits.length());
    return bytes(digits + " " + key + "=" + value + "\n");
  }

  /**
   * Makes one header block.
   *
   * @param type the type's character
   * @param name the bytes of the name, at most 100
   * @param mode permission bits
   * @param target where it points
   * @param size what the header says of the size
   * @return 512 bytes with the right checksum
   */
  public static byte[] header(char type, byte[] name, int mode, String target, long size) {
    byte[] header = new byte[BLOCK];
    System.arraycopy(name, 0, header, 0, Math.min(100, name.length));
    put(header, 100, String.format("%07o", mode));
    put(header, 108, "0000000");
    put(header, 116, "0000000");
    put(header, 124, String.format("%011o", size));
    put(header, 136, "00000000000");
    header[156] = (byte) type;
    put(header, 157, target);
    put(header, 257, "ustar\00000");
    return checked(header);
  }

  /**
   * Sets the checksum of a header that was changed.
   *
   * @param header 512 bytes
   * @return the same array
   */
  public static byte[] checked(byte[] header) {
    Arrays.fill(header, 148, 156, (byte) ' ');
    int sum = 0;
    for (byte b : header) {
      sum += b & 0xFF;
    }
    put(header, 148, String.format("%06o\0 ", sum));
    return header;
  }

  /**
   * Adds content and fills up the block.
   *
   * @param content the bytes
   * @return this
   */
  public TarBytes content(byte[] content) {
    return raw(content).raw(new byte[-content.length & (BLOCK - 1)]);
  }

  /**
   * Adds bytes as they are.
   *
   * @param bytes the bytes
   * @return this
   */
  public TarBytes raw(byte[] bytes) {
    out.writeBytes(bytes);
    return this;
  }

  /**
   * The archive without an end.
   *
   * @return what was added so far
   */
  public byte[] unended() {
    return out.toByteArray();
  }

  /**
   * The archive.
   *
   * @return what was added so far, and the two blocks of zeros
   */
  public byte[] toBytes() {
    byte[] bytes = out.toByteArray();
    return Arrays.copyOf(bytes, bytes.length + 2 * BLOCK);
  }

  private static void put(byte[] header, int at, String text) {
    byte[] bytes = bytes(text);
    System.arraycopy(bytes, 0, header, at, bytes.length);
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
