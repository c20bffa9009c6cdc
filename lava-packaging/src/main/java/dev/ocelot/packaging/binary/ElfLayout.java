package dev.ocelot.packaging.binary;

import java.nio.ByteBuffer;

/** Where the fields of ELF structures stand, which differs between the two classes. */
enum ElfLayout {
  BITS_32(32, 52, 32, 40),
  BITS_64(64, 64, 56, 64);

  private final int bits;
  private final int headerSize;
  private final int programHeaderSize;
  private final int sectionHeaderSize;

  ElfLayout(int bits, int headerSize, int programHeaderSize, int sectionHeaderSize) {
    this.bits = bits;
    this.headerSize = headerSize;
    this.programHeaderSize = programHeaderSize;
    this.sectionHeaderSize = sectionHeaderSize;
  }

  int bits() {
    return bits;
  }

  int headerSize() {
    return headerSize;
  }

  int programHeaderSize() {
    return programHeaderSize;
  }

  int sectionHeaderSize() {
    return sectionHeaderSize;
  }

  /**
   * Reads a number that is as wide as an address.
   *
   * @param bytes a structure
   * @param at32 where it stands in class 32
   * @param at64 where it stands in class 64
   * @return the number; negative where it is beyond any file
   */
  long word(ByteBuffer bytes, int at32, int at64) {
    return this == BITS_32 ? bytes.getInt(at32) & 0xFFFF_FFFFL : bytes.getLong(at64);
  }

  /**
   * Reads a number of two bytes.
   *
   * @param bytes a structure
   * @param at32 where it stands in class 32
   * @param at64 where it stands in class 64
   * @return the number
   */
  int half(ByteBuffer bytes, int at32, int at64) {
    return bytes.getShort(this == BITS_32 ? at32 : at64) & 0xFFFF;
  }

  /**
   * Reads a number of four bytes.
   *
   * @param bytes a structure
   * @param at32 where it stands in class 32
   * @param at64 where it stands in class 64
   * @return its bits
   */
  int quad(ByteBuffer bytes, int at32, int at64) {
    return bytes.getInt(this == BITS_32 ? at32 : at64);
  }
}
