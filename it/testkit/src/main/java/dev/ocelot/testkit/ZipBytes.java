package dev.ocelot.testkit;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.zip.CRC32;
import java.util.zip.Deflater;

/**
 * Makes zip files by hand, hostile ones included: local and central headers are separate arrays
 * that can be changed before they are laid down.
 */
public final class ZipBytes {
  /** Where fields of a local header stand. */
  public static final int LOCAL_FLAGS = 6;

  /** Where the local header holds the CRC-32. */
  public static final int LOCAL_CRC = 14;

  /** Where the local header holds the size of what comes out. */
  public static final int LOCAL_SIZE = 22;

  /** Where the name begins in the local header. */
  public static final int LOCAL_NAME = 30;

  /** Where the central header holds the flags. */
  public static final int CENTRAL_FLAGS = 8;

  /** Where the central header holds the method. */
  public static final int CENTRAL_METHOD = 10;

  /** Where the central header holds the CRC-32. */
  public static final int CENTRAL_CRC = 16;

  /** Where the central header holds the size of what comes out. */
  public static final int CENTRAL_SIZE = 24;

  /** Where the central header holds the place of the local header. */
  public static final int CENTRAL_OFFSET = 42;

  private final ByteArrayOutputStream out = new ByteArrayOutputStream();
  private final List<byte[]> directory = new ArrayList<>();

  /**
   * Adds an executable file.
   *
   * @param name its name
   * @param content its content
   * @return this
   */
  public ZipBytes file(String name, String content) {
    return entry(name, 0100755, content.getBytes(StandardCharsets.UTF_8));
  }

  /**
   * Adds an entry of any type.
   *
   * @param name its name
   * @param mode its type and permissions
   * @param content its content
   * @return this
   */
  public ZipBytes entry(String name, int mode, byte[] content) {
    return entry(name.getBytes(StandardCharsets.UTF_8), mode, content, b -> {}, b -> {});
  }

  /**
   * Adds a file and changes its headers.
   *
   * @param name its name
   * @param content its content
   * @param local changes the local header, little-endian
   * @param central changes the central header, little-endian
   * @return this
   */
  public ZipBytes file(
      String name, String content, Consumer<ByteBuffer> local, Consumer<ByteBuffer> central) {
    byte[] bytes = content.getBytes(StandardCharsets.UTF_8);
    return entry(name.getBytes(StandardCharsets.UTF_8), 0100644, bytes, local, central);
  }

  /**
   * Adds an entry with everything to be set.
   *
   * @param name the bytes of the name
   * @param mode its type and permissions
   * @param content its content
   * @param local changes the local header, little-endian
   * @param central changes the central header, little-endian
   * @return this
   */
  public ZipBytes entry(
      byte[] name,
      int mode,
      byte[] content,
      Consumer<ByteBuffer> local,
      Consumer<ByteBuffer> central) {
    byte[] packed = deflate(content);
    CRC32 crc = new CRC32();
    crc.update(content);
    int offset = out.size();
    byte[] localBytes = new byte[LOCAL_NAME + name.length];
    ByteBuffer localHeader = littleEndian(localBytes).putInt(0x04034b50);
    common(localHeader, crc.getValue(), packed.length, content.length);
    localHeader.putShort((short) name.length).putShort((short) 0).put(name);
    local.accept(localHeader);
    byte[] centralBytes = new byte[46 + name.length];
    ByteBuffer centralHeader = littleEndian(centralBytes).putInt(0x02014b50);
    centralHeader.putShort((short) (3 << 8 | 20));
    common(centralHeader, crc.getValue(), packed.length, content.length);
    centralHeader.putShort((short) name.length).position(38);
    centralHeader.putInt(mode << 16).putInt(offset).put(name);
    central.accept(centralHeader);
    directory.add(centralBytes);
    out.writeBytes(localBytes);
    out.writeBytes(packed);
    return this;
  }

  /**
   * Lists an entry once more, as if it were another.
   *
   * @param name its other name, as long as the first
   * @return this
   */
  public ZipBytes again(String name) {
    byte[] copy = directory.get(directory.size() - 1).clone();
    byte[] bytes = name.getBytes(StandardCharsets.UTF_8);
    System.arraycopy(bytes, 0, copy, 46, bytes.length);
    directory.add(copy);
    return this;
  }

  /**
   * Adds bytes between entries.
   *
   * @param bytes the bytes
   * @return this
   */
  public ZipBytes raw(byte[] bytes) {
    out.writeBytes(bytes);
    return this;
  }

  /**
   * The file.
   *
   * @return its bytes
   */
  public byte[] toBytes() {
    int start = out.size();
    directory.forEach(out::writeBytes);
    byte[] endBytes = new byte[22];
    ByteBuffer end = littleEndian(endBytes).putInt(0x06054b50).putInt(0);
    end.putShort((short) directory.size()).putShort((short) directory.size());
    end.putInt(out.size() - start).putInt(start);
    out.writeBytes(endBytes);
    return out.toByteArray();
  }

  private static void common(ByteBuffer header, long crc, int packed, int size) {
    header.putShort((short) 20).putShort((short) 0x0800).putShort((short) 8);
    header.putShort((short) 0).putShort((short) 0x21);
    header.putInt((int) crc).putInt(packed).putInt(size);
  }

  private static ByteBuffer littleEndian(byte[] bytes) {
    return ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
  }

  private static byte[] deflate(byte[] content) {
    Deflater deflater = new Deflater(9, true);
    deflater.setInput(content);
    deflater.finish();
    ByteArrayOutputStream packed = new ByteArrayOutputStream();
    byte[] step = new byte[8192];
    while (!deflater.finished()) {
      packed.write(step, 0, deflater.deflate(step));
    }
    deflater.end();
    return packed.toByteArray();
  }
}
