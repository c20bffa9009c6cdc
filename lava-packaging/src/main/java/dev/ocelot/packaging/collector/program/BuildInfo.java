package dev.ocelot.packaging.collector.program;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** Reads what Go notes in a program about how it was built. */
final class BuildInfo {
  static final String SECTION = ".go.buildinfo";

  private static final String MAGIC = "\u00ff Go buildinf:";
  private static final int HEADER = 32;
  private static final int INLINE = 2;

  /** What stands before and after the text, so that it can be found in a running program. */
  private static final int SENTINEL = 16;

  private BuildInfo() {}

  /** The lines that {@code go version -m} prints. */
  static List<String> lines(ByteBuffer section) throws MalformedProgramException {
    byte[] start = new byte[MAGIC.length()];
    section.get(0, start);
    if (!MAGIC.equals(new String(start, StandardCharsets.ISO_8859_1))
        || (section.get(15) & INLINE) == 0) {
      throw new MalformedProgramException("it does not say how it was built");
    }
    section.position(HEADER);
    text(section); // The version of Go.
    byte[] modules = text(section);
    if (modules.length < 2 * SENTINEL) {
      return List.of();
    }
    return new String(modules, SENTINEL, modules.length - 2 * SENTINEL, StandardCharsets.UTF_8)
        .lines()
        .toList();
  }

  /** A text that its length comes before, in groups of seven bits, the lowest first. */
  private static byte[] text(ByteBuffer section) throws MalformedProgramException {
    long length = 0;
    int shift = 0;
    byte next;
    do {
      next = section.get();
      length |= (long) (next & 0x7f) << shift;
      shift += 7;
    } while (next < 0 && shift < 35);
    if (length > section.remaining()) {
      throw new MalformedProgramException("what it says of its modules is cut off");
    }
    byte[] text = new byte[(int) length];
    section.get(text);
    return text;
  }
}
