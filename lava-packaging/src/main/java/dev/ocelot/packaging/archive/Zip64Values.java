package dev.ocelot.packaging.archive;

import java.nio.ByteBuffer;

/** The numbers of a zip64 field: those that do not fit their 32 bits, in the header's order. */
final class Zip64Values {
  private final String name;
  private final ByteBuffer field;

  /**
   * Of a field.
   *
   * @param name the entry
   * @param field the bytes of the field; empty when there is none
   */
  Zip64Values(String name, ByteBuffer field) {
    this.name = name;
    this.field = field;
  }

  /**
   * The true value behind the next number of the header.
   *
   * @param shown the 32-bit number
   * @return the number itself, or the next one of the field where it says so
   * @throws UnsafeArchiveException when the field does not have it
   */
  long next(long shown) throws UnsafeArchiveException {
    if (shown != ZipRecord.IN_ZIP64) {
      return shown;
    }
    long value = field.remaining() >= 8 ? field.getLong() : -1;
    if (value < 0) {
      throw UnsafeArchiveException.damaged(name, "has no size or place");
    }
    return value;
  }
}
