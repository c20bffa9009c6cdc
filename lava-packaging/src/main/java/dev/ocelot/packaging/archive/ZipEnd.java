package dev.ocelot.packaging.archive;

import java.io.IOException;
import java.nio.ByteBuffer;

/**
 * Where the central directory of a zip file lies.
 *
 * @param count how many entries it has
 * @param start where it begins
 * @param end where it ends, which is where the records at the end begin
 */
record ZipEnd(long count, long start, long end) {
  private static final int RECORD = 22;
  private static final int MOST_COMMENT = 0xFFFF;
  private static final int LOCATOR = 20;
  private static final int ZIP64_RECORD = 56;

  /**
   * Finds it. Nothing may follow the end record but its comment, and nothing may lie between it and
   * the directory.
   *
   * @param zip the file
   * @return where the directory lies
   * @throws IOException when there is no such place, or more than one
   */
  static ZipEnd find(ZipBytes zip) throws IOException {
    int length = (int) Math.min(zip.size(), RECORD + MOST_COMMENT);
    long base = zip.size() - length;
    ByteBuffer tail = zip.read(base, length);
    for (int at = length - RECORD; at >= 0; at--) {
      if (ZipBytes.u32(tail, at) == ZipRecord.END) {
        if (ZipBytes.u16(tail, at + 20) != length - at - RECORD) {
          throw UnsafeArchiveException.damaged("goes on after its end");
        }
        return read(zip, tail.slice(at, RECORD).order(tail.order()), base + at);
      }
    }
    throw UnsafeArchiveException.damaged("has no end and is cut off, or is no zip file");
  }

  private static ZipEnd read(ZipBytes zip, ByteBuffer record, long position) throws IOException {
    if (ZipBytes.u16(record, 4) != 0
        || ZipBytes.u16(record, 6) != 0
        || ZipBytes.u16(record, 8) != ZipBytes.u16(record, 10)) {
      throw UnsafeArchiveException.damaged("is one of several parts");
    }
    int count = ZipBytes.u16(record, 10);
    long size = ZipBytes.u32(record, 12);
    long start = ZipBytes.u32(record, 16);
    boolean located =
        position >= LOCATOR + ZIP64_RECORD
            && ZipBytes.u32(zip.read(position - LOCATOR, 4), 0) == ZipRecord.ZIP64_LOCATOR;
    ZipEnd end = located ? zip64(zip, position - LOCATOR) : new ZipEnd(count, start, position);
    if (!agrees(count, ZipRecord.COUNT_IN_ZIP64, end.count, located)
        || !agrees(start, ZipRecord.IN_ZIP64, end.start, located)
        || !agrees(size, ZipRecord.IN_ZIP64, end.end - end.start, located)) {
      throw UnsafeArchiveException.damaged("has an end that contradicts its directory");
    }
    return end;
  }

  private static boolean agrees(long shown, long marker, long actual, boolean zip64) {
    return shown == actual || (zip64 && shown == marker);
  }

  private static ZipEnd zip64(ZipBytes zip, long locatorAt) throws IOException {
    ByteBuffer locator = zip.read(locatorAt, LOCATOR);
    long recordAt = locatorAt - ZIP64_RECORD;
    ByteBuffer record = zip.read(recordAt, ZIP64_RECORD);
    long count = record.getLong(32);
    long size = record.getLong(40);
    long start = record.getLong(48);
    boolean whole =
        ZipBytes.u32(locator, 4) == 0
            && locator.getLong(8) == recordAt
            && ZipBytes.u32(locator, 16) <= 1
            && ZipBytes.u32(record, 0) == ZipRecord.ZIP64_END
            && record.getLong(4) == ZIP64_RECORD - 12
            && record.getInt(16) == 0
            && record.getInt(20) == 0
            && record.getLong(24) == count;
    if (!whole || start < 0 || start > recordAt || size != recordAt - start || count < 0) {
      throw UnsafeArchiveException.damaged("has a zip64 end that contradicts itself");
    }
    return new ZipEnd(count, start, recordAt);
  }
}
