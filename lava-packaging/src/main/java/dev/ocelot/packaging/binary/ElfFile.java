package dev.ocelot.packaging.binary;

import dev.ocelot.packaging.platform.ElfTarget.FloatAbi;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;

/** Reads one ELF file, checking that its tables and segments lie within it. */
final class ElfFile {
  private static final String MAGIC = "\177ELF";
  private static final int IDENT_SIZE = 16;
  private static final int EXECUTABLE = 2;
  private static final int SHARED = 3;
  private static final int LOAD_SEGMENT = 1;
  private static final int INTERPRETER_SEGMENT = 3;
  private static final int ARM_ATTRIBUTES_SECTION = 0x70000003;
  private static final int COUNT_ELSEWHERE = 0xFFFF;
  private static final int MOST_PROGRAM_HEADERS = 0xFFFF;
  private static final int MOST_SECTIONS = 1 << 20;
  private static final int MOST_INTERPRETER = 4096;
  private static final int MOST_ATTRIBUTES = 64 << 10;
  private static final int ARM_EABI_5 = 5;
  private static final int ARM_SOFT_FLOAT = 0x200;
  private static final int ARM_HARD_FLOAT = 0x400;

  private final ByteWindow file;
  private final ElfLayout layout;
  private final ByteBuffer header;
  private final int type;
  private final int machine;
  private final int flags;
  private final long sections;
  private final long sectionCount;
  private final long programs;
  private final long programCount;

  private ElfFile(ByteWindow file, ElfLayout layout) throws IOException {
    this.file = file;
    this.layout = layout;
    this.header = file.read(0, layout.headerSize());
    this.type = header.getShort(16) & 0xFFFF;
    this.machine = header.getShort(18) & 0xFFFF;
    this.flags = layout.quad(header, 36, 48);
    if (header.getInt(20) != 1 || layout.half(header, 40, 52) != layout.headerSize()) {
      throw new MalformedBinaryException("has an ELF header of an unknown version or size");
    }
    this.sections = layout.word(header, 32, 40);
    this.sectionCount = countSections();
    this.programs = layout.word(header, 28, 32);
    this.programCount = countPrograms();
  }

  static boolean isElf(ByteWindow file) throws IOException {
    return file.has(0, MAGIC);
  }

  /**
   * Reads a file that begins as ELF.
   *
   * @param file the file
   * @return its header
   * @throws IOException when it cannot be read, or {@link MalformedBinaryException}
   */
  static ElfHeader read(ByteWindow file) throws IOException {
    ByteBuffer ident = file.read(0, IDENT_SIZE);
    int elfClass = ident.get(4);
    int data = ident.get(5);
    if (elfClass < 1 || elfClass > 2 || data < 1 || data > 2 || ident.get(6) != 1) {
      throw new MalformedBinaryException("has an ELF header of an unknown class or encoding");
    }
    ElfLayout layout = elfClass == 1 ? ElfLayout.BITS_32 : ElfLayout.BITS_64;
    ByteOrder order = data == 1 ? ByteOrder.LITTLE_ENDIAN : ByteOrder.BIG_ENDIAN;
    ElfFile elf = new ElfFile(file.order(order), layout);
    String interpreter = elf.segments();
    return new ElfHeader(
        layout.bits(),
        order,
        ident.get(7) & 0xFF,
        elf.type,
        elf.machine,
        elf.flags,
        elf.floatAbi(),
        interpreter);
  }

  private long countSections() throws IOException {
    if (sections == 0) {
      return 0;
    }
    requireSize(layout.half(header, 46, 58), layout.sectionHeaderSize());
    long count = layout.half(header, 48, 60);
    if (count == 0) {
      // As many as do not fit the header: the first section says it in its size.
      count = layout.word(file.read(sections, layout.sectionHeaderSize()), 20, 32);
    }
    requireTable(sections, count, layout.sectionHeaderSize(), MOST_SECTIONS);
    return count;
  }

  private long countPrograms() throws IOException {
    long count = layout.half(header, 44, 56);
    if (count == 0) {
      return 0;
    }
    requireSize(layout.half(header, 42, 54), layout.programHeaderSize());
    if (count == COUNT_ELSEWHERE && sectionCount > 0) {
      ByteBuffer first = file.read(sections, layout.sectionHeaderSize());
      count = layout.quad(first, 28, 44) & 0xFFFF_FFFFL;
    }
    requireTable(programs, count, layout.programHeaderSize(), MOST_PROGRAM_HEADERS);
    return count;
  }

  private static void requireSize(int said, int expected) throws MalformedBinaryException {
    if (said != expected) {
      throw new MalformedBinaryException("has an ELF table with entries of a wrong size");
    }
  }

  private void requireTable(long start, long count, int entrySize, int most)
      throws MalformedBinaryException {
    if (count < 0 || count > most || start < layout.headerSize()) {
      throw new MalformedBinaryException("has an ELF table that cannot be one");
    }
    file.part(start, count * entrySize);
  }

  /** Checks that what is to be loaded is there, and gives the interpreter. */
  private String segments() throws IOException {
    String interpreter = "";
    for (long i = 0; i < programCount; i++) {
      ByteBuffer segment =
          file.read(programs + i * layout.programHeaderSize(), layout.programHeaderSize());
      int kind = segment.getInt(0);
      long offset = layout.word(segment, 4, 8);
      long length = layout.word(segment, 16, 32);
      if (length == 0) {
        // Files with debug information only keep their segments' headers.
        continue;
      }
      if (kind == LOAD_SEGMENT && (type == EXECUTABLE || type == SHARED)) {
        file.part(offset, length);
      } else if (kind == INTERPRETER_SEGMENT) {
        interpreter = interpreter(offset, length);
      }
    }
    return interpreter;
  }

  private String interpreter(long offset, long length) throws IOException {
    if (length > MOST_INTERPRETER) {
      throw new MalformedBinaryException("has an interpreter whose name is too long");
    }
    byte[] text = file.read(offset, (int) length).array();
    if (text[text.length - 1] != 0) {
      throw new MalformedBinaryException("has an interpreter whose name does not end");
    }
    return new String(text, 0, text.length - 1, StandardCharsets.ISO_8859_1);
  }

  private FloatAbi floatAbi() throws IOException {
    if (machine != ElfMachine.ARM.number() || flags >>> 24 != ARM_EABI_5) {
      return FloatAbi.ANY;
    }
    if ((flags & ARM_HARD_FLOAT) != 0) {
      return FloatAbi.HARD;
    }
    if ((flags & ARM_SOFT_FLOAT) != 0) {
      return FloatAbi.SOFT;
    }
    for (long i = 0; i < sectionCount; i++) {
      ByteBuffer section =
          file.read(sections + i * layout.sectionHeaderSize(), layout.sectionHeaderSize());
      if (section.getInt(4) == ARM_ATTRIBUTES_SECTION) {
        long length = layout.word(section, 20, 32);
        if (length > MOST_ATTRIBUTES) {
          throw new MalformedBinaryException("has build attributes that are too long");
        }
        ByteBuffer attributes = file.read(layout.word(section, 16, 24), (int) length);
        return ArmAttributes.read(attributes).floatAbi();
      }
    }
    return FloatAbi.ANY;
  }
}
