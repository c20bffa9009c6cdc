package dev.ocelot.packaging.archive;

import dev.ocelot.packaging.archive.UnsafeArchiveException.Advice;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.zip.CRC32;

/**
 * One entry as the central directory of a zip file lists it.
 *
 * @param name the name as it is written
 * @param mode type and permissions as {@code st_mode} has them; 0 where the writer gave none
 * @param flags the general purpose flags
 * @param method 0 stored, 8 deflated
 * @param crc the CRC-32 of the bytes
 * @param packed how many bytes the entry has in the archive
 * @param size how many bytes come out
 * @param offset where its local header begins
 */
record ZipListing(
    String name, int mode, int flags, int method, long crc, long packed, long size, long offset) {
  static final int FIXED_LENGTH = 46;
  static final int FLAG_DESCRIPTOR = 0x0008;

  /** Encrypted, patched data, strongly encrypted, masked headers. */
  private static final int UNSUPPORTED_FLAGS = 0x0001 | 0x0020 | 0x0040 | 0x2000;

  private static final int UNIX = 3;
  private static final int DARWIN = 19;
  private static final int UNICODE_PATH = 0x7075;
  private static final int DISK_IN_ZIP64 = 0xFFFF;

  /**
   * Reads one record and moves behind it.
   *
   * @param directory the directory, at the record
   * @return the entry
   * @throws UnsafeArchiveException when it is damaged or of a kind that is not supported
   */
  static ZipListing read(ByteBuffer directory) throws UnsafeArchiveException {
    int at = directory.position();
    if (directory.remaining() < FIXED_LENGTH
        || ZipBytes.u32(directory, at) != ZipRecord.CENTRAL_HEADER) {
      throw UnsafeArchiveException.damaged("has a directory that cannot be read");
    }
    int nameLength = ZipBytes.u16(directory, at + 28);
    int extraLength = ZipBytes.u16(directory, at + 30);
    int commentLength = ZipBytes.u16(directory, at + 32);
    if (directory.remaining() < FIXED_LENGTH + nameLength + extraLength + commentLength) {
      throw UnsafeArchiveException.damaged("has a directory that cannot be read");
    }
    byte[] rawName = new byte[nameLength];
    directory.position(at + FIXED_LENGTH).get(rawName);
    String name = TarBlock.utf8(rawName);
    int flags = ZipBytes.u16(directory, at + 8);
    int method = ZipBytes.u16(directory, at + 10);
    if ((flags & UNSUPPORTED_FLAGS) != 0 || (method != 0 && method != 8)) {
      String reason = "is encrypted or packed by a method that is not supported";
      throw UnsafeArchiveException.entry(name, reason, Advice.REPACK);
    }
    ZipExtra extra = ZipExtra.read(name, directory, extraLength);
    checkUnicodePath(name, rawName, extra);
    Zip64Values wide = new Zip64Values(name, extra.field(ZipRecord.ZIP64_EXTRA));
    long size = wide.next(ZipBytes.u32(directory, at + 24));
    long packed = wide.next(ZipBytes.u32(directory, at + 20));
    long offset = wide.next(ZipBytes.u32(directory, at + 42));
    int disk = ZipBytes.u16(directory, at + 34);
    if (disk != 0 && disk != DISK_IN_ZIP64) {
      throw UnsafeArchiveException.damaged("is one of several parts");
    }
    int system = ZipBytes.u16(directory, at + 4) >> 8;
    boolean unix = system == UNIX || system == DARWIN;
    int mode = unix ? ZipBytes.u16(directory, at + 40) : 0;
    long crc = ZipBytes.u32(directory, at + 16);
    directory.position(at + FIXED_LENGTH + nameLength + extraLength + commentLength);
    return new ZipListing(name, mode, flags, method, crc, packed, size, offset);
  }

  private static void checkUnicodePath(String name, byte[] rawName, ZipExtra extra)
      throws UnsafeArchiveException {
    ByteBuffer field = extra.field(UNICODE_PATH);
    if (field.remaining() < 5) {
      return;
    }
    CRC32 crc = new CRC32();
    crc.update(rawName);
    byte[] second = new byte[field.remaining() - 5];
    field.slice(field.position() + 5, second.length).get(second);
    boolean current = ZipBytes.u32(field, field.position() + 1) == crc.getValue();
    String unicode = new String(second, StandardCharsets.UTF_8);
    if (current && !unicode.equals(name)) {
      String reason = "is called " + UnsafeArchiveException.quoted(unicode) + " at another place";
      throw UnsafeArchiveException.damaged(name, reason);
    }
  }
}
