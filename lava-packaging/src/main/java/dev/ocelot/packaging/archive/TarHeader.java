package dev.ocelot.packaging.archive;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * Builds the headers of a tar archive, as POSIX.1-2001 (pax) has them: what does not fit the old
 * fields stands in an extended header before.
 */
final class TarHeader {
  static final int BLOCK = 512;

  /** The largest size that 11 octal digits hold. */
  private static final long MOST_OCTAL_SIZE = 077777777777L;

  /** The largest number of a user or group that 7 octal digits hold. */
  private static final int MOST_OCTAL_ID = 07777777;

  private static final int NAME_LENGTH = 100;
  private static final byte[] USTAR = {'u', 's', 't', 'a', 'r', 0, '0', '0'};

  private TarHeader() {}

  /**
   * The headers of an entry.
   *
   * @param entry the entry
   * @param owner whom it belongs to
   * @param epochSeconds its time
   * @return one block, or three and more where an extended header is needed
   */
  static byte[] of(TreeEntry entry, TarOwner owner, long epochSeconds) {
    long size = entry instanceof TreeEntry.RegularFile file ? file.size() : 0;
    String target = entry instanceof TreeEntry.SymbolicLink link ? link.target() : "";
    String name = entry instanceof TreeEntry.Directory ? entry.name() + "/" : entry.name();
    StringBuilder pax = new StringBuilder();
    if (!fits(name)) {
      paxRecord(pax, "path", name);
    }
    if (!fits(target)) {
      paxRecord(pax, "linkpath", target);
    }
    if (size > MOST_OCTAL_SIZE) {
      paxRecord(pax, "size", Long.toString(size));
    }
    byte[] block = block(name, target, entry.mode(), size, epochSeconds);
    id(block, 108, "uid", owner.uid(), pax);
    id(block, 116, "gid", owner.gid(), pax);
    block[156] = type(entry);
    checksum(block);
    if (pax.isEmpty()) {
      return block;
    }
    byte[] extended = extended(entry.name(), pax.toString(), epochSeconds);
    byte[] both = Arrays.copyOf(extended, extended.length + BLOCK);
    System.arraycopy(block, 0, both, extended.length, BLOCK);
    return both;
  }

  /**
   * How many zero bytes follow some data up to the next block.
   *
   * @param size the bytes of the data
   * @return 0 to 511
   */
  static int padding(long size) {
    return (int) (-size & (BLOCK - 1));
  }

  private static byte type(TreeEntry entry) {
    if (entry instanceof TreeEntry.Directory) {
      return '5';
    }
    return (byte) (entry instanceof TreeEntry.SymbolicLink ? '2' : '0');
  }

  private static byte[] extended(String name, String records, long epochSeconds) {
    byte[] data = records.getBytes(StandardCharsets.UTF_8);
    // Shown only by readers that do not know extended headers.
    String shown = "PaxHeaders/" + name.replaceAll("[^\\x20-\\x7e]", "_");
    String shortened = shown.substring(0, Math.min(NAME_LENGTH, shown.length()));
    byte[] header = block(shortened, "", 0100644, data.length, epochSeconds);
    header[156] = 'x';
    checksum(header);
    byte[] blocks = Arrays.copyOf(header, BLOCK + data.length + padding(data.length));
    System.arraycopy(data, 0, blocks, BLOCK, data.length);
    return blocks;
  }

  private static byte[] block(String name, String target, int mode, long size, long epochSeconds) {
    byte[] block = new byte[BLOCK];
    text(block, 0, name);
    octal(block, 100, 8, mode & 07777);
    octal(block, 108, 8, 0);
    octal(block, 116, 8, 0);
    octal(block, 124, 12, size > MOST_OCTAL_SIZE ? 0 : size);
    octal(block, 136, 12, epochSeconds);
    text(block, 157, target);
    System.arraycopy(USTAR, 0, block, 257, USTAR.length);
    octal(block, 329, 8, 0);
    octal(block, 337, 8, 0);
    return block;
  }

  private static void id(byte[] block, int at, String key, int id, StringBuilder pax) {
    if (id > MOST_OCTAL_ID) {
      paxRecord(pax, key, Integer.toString(id));
    } else {
      octal(block, at, 8, id);
    }
  }

  private static boolean fits(String text) {
    return text.length() <= NAME_LENGTH && NativeNames.isAscii(text);
  }

  private static void text(byte[] block, int at, String text) {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    System.arraycopy(bytes, 0, block, at, Math.min(bytes.length, NAME_LENGTH));
  }

  private static void octal(byte[] block, int at, int length, long value) {
    long rest = value;
    for (int i = at + length - 2; i >= at; i--) {
      block[i] = (byte) ('0' + (rest & 7));
      rest >>>= 3;
    }
  }

  private static void checksum(byte[] block) {
    Arrays.fill(block, 148, 156, (byte) ' ');
    int sum = 0;
    for (byte b : block) {
      sum += b & 0xFF;
    }
    octal(block, 148, 7, sum);
  }

  /** A record begins with its own length in decimal, digits included. */
  private static void paxRecord(StringBuilder pax, String key, String value) {
    int rest = (" " + key + "=" + value + "\n").getBytes(StandardCharsets.UTF_8).length;
    int length = rest + Integer.toString(rest).length();
    length = rest + Integer.toString(length).length();
    pax.append(length).append(' ').append(key).append('=').append(value).append('\n');
  }
}
