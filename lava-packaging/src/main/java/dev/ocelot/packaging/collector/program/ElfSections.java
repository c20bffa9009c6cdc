package dev.ocelot.packaging.collector.program;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.TreeMap;

/** The sections of an ELF file by name. */
final class ElfSections {
  private static final int HEADER = 64;
  private static final int ENTRY = 64;
  private static final int NO_BITS = 8;

  private final Map<String, ByteBuffer> sections;

  private ElfSections(Map<String, ByteBuffer> sections) {
    this.sections = sections;
  }

  static ElfSections of(ByteBuffer file) throws MalformedProgramException {
    ByteBuffer bytes = file.duplicate().order(ByteOrder.LITTLE_ENDIAN);
    if (bytes.limit() < HEADER || bytes.getInt(0) != 0x464c457f || bytes.getShort(4) != 0x0102) {
      throw new MalformedProgramException("no ELF file of 64 bits, little-endian");
    }
    int table = position(bytes.getLong(0x28), bytes);
    int count = Short.toUnsignedInt(bytes.getShort(0x3c));
    int names = entry(table, Short.toUnsignedInt(bytes.getShort(0x3e)));
    if (Short.toUnsignedInt(bytes.getShort(0x3a)) != ENTRY) {
      throw new MalformedProgramException("section headers of another size than " + ENTRY);
    }
    ByteBuffer strings = content(bytes, names);
    Map<String, ByteBuffer> sections = new TreeMap<>();
    for (int i = 0; i < count; i++) {
      int header = entry(table, i);
      if (bytes.getInt(header + 4) != NO_BITS) {
        sections.putIfAbsent(text(strings, bytes.getInt(header)), content(bytes, header));
      }
    }
    return new ElfSections(sections);
  }

  ByteBuffer section(String name) throws MalformedProgramException {
    ByteBuffer section = sections.get(name);
    if (section == null) {
      throw new MalformedProgramException("it has no section " + name);
    }
    return section.duplicate().order(ByteOrder.LITTLE_ENDIAN);
  }

  /** A text that ends in a zero byte. */
  static String text(ByteBuffer bytes, int start) {
    int end = start;
    while (bytes.get(end) != 0) {
      end++;
    }
    byte[] text = new byte[end - start];
    bytes.get(start, text);
    return new String(text, StandardCharsets.UTF_8);
  }

  private static int entry(int table, int index) {
    return Math.addExact(table, Math.multiplyExact(index, ENTRY));
  }

  private static ByteBuffer content(ByteBuffer bytes, int header) throws MalformedProgramException {
    int start = position(bytes.getLong(header + 0x18), bytes);
    int size = position(bytes.getLong(header + 0x20), bytes);
    return bytes.slice(start, size).order(ByteOrder.LITTLE_ENDIAN);
  }

  private static int position(long value, ByteBuffer bytes) throws MalformedProgramException {
    if (value < 0 || value > bytes.limit()) {
      throw new MalformedProgramException("it ends before " + value);
    }
    return (int) value;
  }
}
