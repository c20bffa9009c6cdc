package dev.ocelot.packaging.archive;

import java.nio.charset.StandardCharsets;

/**
 * One entry as the records of a zip file describe it.
 *
 * @param name the name; a folder's ends with a slash
 * @param mode type and permissions, as {@code st_mode} has them
 * @param deflated whether the bytes are deflated, else stored
 * @param crc the CRC-32 of the bytes
 * @param packed how many bytes the entry has in the archive
 * @param size how many bytes come out
 * @param offset where its local header begins
 */
record ZipRecord(
    String name, int mode, boolean deflated, long crc, long packed, long size, long offset) {
  static final long LOCAL_HEADER = 0x04034b50L;
  static final long CENTRAL_HEADER = 0x02014b50L;
  static final long END = 0x06054b50L;
  static final long ZIP64_END = 0x06064b50L;
  static final long ZIP64_LOCATOR = 0x07064b50L;
  static final int ZIP64_EXTRA = 1;
  static final int FLAG_UTF8 = 0x0800;

  /** The value that says that the true one stands in a zip64 record. */
  static final long IN_ZIP64 = 0xFFFF_FFFFL;

  static final int COUNT_IN_ZIP64 = 0xFFFF;

  private static final int UNIX = 3;
  private static final int VERSION = 20;
  private static final int VERSION_ZIP64 = 45;
  private static final int DOS_DIRECTORY = 0x10;

  /**
   * Whether the local header leaves room for 64-bit sizes. This is told by the size alone, since
   * the packed size is not known yet when a large entry begins, and packing may add a little.
   */
  private boolean large() {
    return size > IN_ZIP64 - (size >> 10) - 1024;
  }

  byte[] localHeader(int dosTime) {
    byte[] nameBytes = name.getBytes(StandardCharsets.UTF_8);
    LittleEndian record = new LittleEndian().u32(LOCAL_HEADER).u16(version(large()));
    common(record, dosTime);
    record.u32(large() ? IN_ZIP64 : packed).u32(large() ? IN_ZIP64 : size);
    record.u16(nameBytes.length).u16(large() ? 20 : 0).bytes(nameBytes);
    if (large()) {
      record.u16(ZIP64_EXTRA).u16(16).u64(size).u64(packed);
    }
    return record.toBytes();
  }

  byte[] centralHeader(int dosTime) {
    byte[] nameBytes = name.getBytes(StandardCharsets.UTF_8);
    LittleEndian zip64 = new LittleEndian();
    for (long value : new long[] {size, packed, offset}) {
      if (value >= IN_ZIP64) {
        zip64.u64(value);
      }
    }
    byte[] values = zip64.toBytes();
    int version = version(large() || values.length > 0);
    LittleEndian record = new LittleEndian().u32(CENTRAL_HEADER);
    record.u16(UNIX << 8 | version).u16(version);
    common(record, dosTime);
    record.u32(Math.min(packed, IN_ZIP64)).u32(Math.min(size, IN_ZIP64));
    record.u16(nameBytes.length).u16(values.length == 0 ? 0 : values.length + 4);
    record.u16(0).u16(0).u16(0);
    boolean folder = mode == TreeEntry.DIRECTORY_MODE;
    record.u32((long) mode << 16 | (folder ? DOS_DIRECTORY : 0));
    record.u32(Math.min(offset, IN_ZIP64)).bytes(nameBytes);
    if (values.length > 0) {
      record.u16(ZIP64_EXTRA).u16(values.length).bytes(values);
    }
    return record.toBytes();
  }

  private void common(LittleEndian record, int dosTime) {
    record.u16(FLAG_UTF8).u16(deflated ? 8 : 0).u32(dosTime).u32(crc);
  }

  private static int version(boolean zip64) {
    return zip64 ? VERSION_ZIP64 : VERSION;
  }

  /**
   * The records after the central directory.
   *
   * @param count how many entries there are
   * @param start where the central directory begins
   * @param end where it ends
   * @return the end record, after the zip64 ones where a number does not fit
   */
  static byte[] end(long count, long start, long end) {
    LittleEndian record = new LittleEndian();
    if (count >= COUNT_IN_ZIP64 || start >= IN_ZIP64 || end - start >= IN_ZIP64) {
      record.u32(ZIP64_END).u64(44).u16(UNIX << 8 | VERSION_ZIP64).u16(VERSION_ZIP64);
      record.u32(0).u32(0).u64(count).u64(count).u64(end - start).u64(start);
      record.u32(ZIP64_LOCATOR).u32(0).u64(end).u32(1);
    }
    int shownCount = (int) Math.min(count, COUNT_IN_ZIP64);
    record.u32(END).u16(0).u16(0).u16(shownCount).u16(shownCount);
    record.u32(Math.min(end - start, IN_ZIP64)).u32(Math.min(start, IN_ZIP64)).u16(0);
    return record.toBytes();
  }
}
