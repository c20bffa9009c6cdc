package dev.ocelot.packaging.collector.program;

import java.nio.ByteBuffer;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * The table by which Go's runtime finds the function of an address. It is in every program, also
 * where symbols were stripped, because panics, profiles and the garbage collector need it.
 *
 * @param table the section
 * @param count of functions
 * @param names where their names begin
 * @param functions where the entries begin
 */
record FunctionTable(ByteBuffer table, int count, int names, int functions) {
  static final String SECTION = ".gopclntab";

  /** Of Go 1.18 and 1.20; what differs between them is not read here. */
  private static final int MAGIC_18 = 0xfffffff0;

  private static final int MAGIC_20 = 0xfffffff1;
  private static final int POINTER = 8;
  private static final int FIRST_WORD = 8;
  private static final int ENTRY = 8;

  static FunctionTable of(ByteBuffer table) throws MalformedProgramException {
    int magic = table.getInt(0);
    if (magic != MAGIC_18 && magic != MAGIC_20) {
      throw new MalformedProgramException("its function table is of an unknown form");
    }
    if (table.get(7) != POINTER) {
      throw new MalformedProgramException("its pointers are not of 8 bytes");
    }
    // The words: functions, files, start of text, names, units, files, positions, entries.
    return new FunctionTable(table, word(table, 0), word(table, 3), word(table, 7));
  }

  private static int word(ByteBuffer table, int index) throws MalformedProgramException {
    long value = table.getLong(FIRST_WORD + index * POINTER);
    if (value < 0 || value > table.limit()) {
      throw new MalformedProgramException("its function table is cut off");
    }
    return (int) value;
  }

  SortedMap<String, Long> codeByPackage() {
    SortedMap<String, Long> bytes = new TreeMap<>();
    for (int i = 0; i < count; i++) {
      // Addresses are relative to the start of the text, and the last one ends the last function.
      long size = unsigned(functions + (i + 1) * ENTRY) - unsigned(functions + i * ENTRY);
      int entry = functions + table.getInt(functions + i * ENTRY + 4);
      String name = ElfSections.text(table, names + table.getInt(entry + 4));
      bytes.merge(FunctionName.packageOf(name), size, Long::sum);
    }
    return bytes;
  }

  private long unsigned(int position) {
    return Integer.toUnsignedLong(table.getInt(position));
  }
}
