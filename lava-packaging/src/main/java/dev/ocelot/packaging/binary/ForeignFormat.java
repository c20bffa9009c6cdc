package dev.ocelot.packaging.binary;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Optional;

/** Native files of systems other than those that use ELF. */
enum ForeignFormat {
  /** A program or library for macOS. */
  MACH_O("a Mach-O file, for macOS"),
  /** A program or library for Windows. */
  PE("a PE file, for Windows");

  private static final int MOST_FAT_ARCHITECTURES = 20;
  private static final int MOST_MACH_O_TYPE = 12;
  private static final int PE_POINTER = 0x3C;
  private static final int COFF_SIZE = 24;
  private static final int SUBSYSTEM = 68;
  private static final int CLR_DIRECTORY = 14;
  private static final int PE32_PLUS = 0x20B;

  private final String text;

  ForeignFormat(String text) {
    this.text = text;
  }

  String text() {
    return text;
  }

  /**
   * Tells by the first bytes. Assemblies for .NET and programs for UEFI firmware, which are PE too,
   * have their place on Linux and are not foreign.
   *
   * @param file the file
   * @return the format, or nothing
   * @throws IOException when the file cannot be read
   */
  static Optional<ForeignFormat> of(ByteWindow file) throws IOException {
    if (isMachO(file)) {
      return Optional.of(MACH_O);
    }
    return file.has(0, "MZ") && isWindows(file) ? Optional.of(PE) : Optional.empty();
  }

  private static boolean isMachO(ByteWindow file) throws IOException {
    if (file.size() < 28) {
      return false;
    }
    ByteBuffer bytes = file.order(ByteOrder.BIG_ENDIAN).read(0, 28);
    switch (bytes.getInt(0)) {
      case 0xFEEDFACE, 0xFEEDFACF -> {}
      case 0xCEFAEDFE, 0xCFFAEDFE -> bytes.order(ByteOrder.LITTLE_ENDIAN);
      // Java class files begin with the same bytes; where they have their version, from 45 on, a
      // file for several architectures has their number.
      case 0xCAFEBABE -> {
        return bytes.getInt(4) > 0 && bytes.getInt(4) <= MOST_FAT_ARCHITECTURES;
      }
      default -> {
        return false;
      }
    }
    return bytes.getInt(12) > 0 && bytes.getInt(12) <= MOST_MACH_O_TYPE;
  }

  private static boolean isWindows(ByteWindow file) throws IOException {
    if (file.size() < PE_POINTER + 4) {
      return false;
    }
    long header = file.read(PE_POINTER, 4).getInt(0) & 0xFFFF_FFFFL;
    long optional = header + COFF_SIZE;
    if (!file.has(header, "PE\0\0") || optional + SUBSYSTEM + 2 > file.size()) {
      return false;
    }
    int subsystem = file.read(optional + SUBSYSTEM, 2).getShort(0);
    boolean firmware = subsystem >= 10 && subsystem <= 13;
    return !firmware && !isManaged(file, optional);
  }

  private static boolean isManaged(ByteWindow file, long optional) throws IOException {
    boolean wide = file.read(optional, 2).getShort(0) == PE32_PLUS;
    long directories = optional + (wide ? 112 : 96);
    long entry = directories + CLR_DIRECTORY * 8L;
    if (entry + 8 > file.size()) {
      return false;
    }
    int count = file.read(directories - 4, 4).getInt(0);
    return count > CLR_DIRECTORY && file.read(entry, 4).getInt(0) != 0;
  }
}
