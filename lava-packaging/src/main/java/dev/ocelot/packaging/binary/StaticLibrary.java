package dev.ocelot.packaging.binary;

import java.io.IOException;
import java.nio.charset.StandardCharsets;

/** Walks the members of an {@code ar} archive, which is what static libraries are. */
final class StaticLibrary {
  private static final String MAGIC = "!<arch>\n";
  private static final int HEADER = 60;

  /** Bounds the work for a file of empty members; real libraries have some thousands. */
  private static final int MOST_MEMBERS = 200_000;

  /** Is shown the members. */
  interface Visitor {
    /**
     * A member.
     *
     * @param name its name as the header has it, at most 16 characters
     * @param content its bytes
     * @return whether to go on
     * @throws IOException when it cannot be read
     */
    boolean visit(String name, ByteWindow content) throws IOException;
  }

  private StaticLibrary() {}

  static boolean isLibrary(ByteWindow file) throws IOException {
    return file.has(0, MAGIC);
  }

  /**
   * Shows the members in order.
   *
   * @param file an {@code ar} archive
   * @param visitor is shown them
   * @throws IOException when it cannot be read, or {@link MalformedBinaryException}
   */
  static void visit(ByteWindow file, Visitor visitor) throws IOException {
    long at = MAGIC.length();
    boolean goOn = true;
    for (int count = 0; goOn && at < file.size(); count++) {
      if (count > MOST_MEMBERS) {
        throw new MalformedBinaryException("has more than " + MOST_MEMBERS + " members");
      }
      String header = new String(file.read(at, HEADER).array(), StandardCharsets.ISO_8859_1);
      if (!header.endsWith("`\n")) {
        throw new MalformedBinaryException("has a member without a header");
      }
      ByteWindow member = file.part(at + HEADER, size(header));
      goOn = visitor.visit(header.substring(0, 16).trim(), withoutName(header, member));
      at += HEADER + member.size() + member.size() % 2;
    }
  }

  private static long size(String header) throws MalformedBinaryException {
    String size = header.substring(48, 58).trim();
    if (!size.matches("[0-9]{1,10}")) {
      throw new MalformedBinaryException("has a member without a size");
    }
    return Long.parseLong(size);
  }

  /** BSD writers put a long name before the content and count it in. */
  private static ByteWindow withoutName(String header, ByteWindow member)
      throws MalformedBinaryException {
    String length = header.substring(0, 16).trim();
    if (!length.matches("#1/[0-9]{1,9}")) {
      return member;
    }
    long nameLength = Long.parseLong(length.substring(3));
    return member.part(nameLength, member.size() - nameLength);
  }
}
