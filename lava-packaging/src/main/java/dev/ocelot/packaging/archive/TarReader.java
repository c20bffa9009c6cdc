package dev.ocelot.packaging.archive;

import dev.ocelot.packaging.archive.UnsafeArchiveException.Advice;
import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;

/** Reads a plain tar archive strictly: old, POSIX and GNU flavours, without sparse files. */
final class TarReader {
  private static final int BLOCK = TarHeader.BLOCK;
  private static final int SET_ID_BITS = 07000;

  /** What may follow the end, since writers fill up to a multiple of their record size. */
  private static final int MOST_FILLING = 4 << 20;

  private final InputStream in;
  private final String top;
  private final ArchiveGuard guard;
  private PaxRecords pax = PaxRecords.none();
  private String longName = "";
  private String longTarget = "";

  /**
   * An archive.
   *
   * @param in its bytes
   * @param top a folder that holds everything and whose name is taken off; empty for none
   * @param guard who is shown the entries
   */
  TarReader(InputStream in, String top, ArchiveGuard guard) {
    this.in = in;
    this.top = top;
    this.guard = guard;
  }

  /**
   * Reads to the end of the stream.
   *
   * @throws IOException when an entry is refused or the stream fails
   */
  void read() throws IOException {
    byte[] block = new byte[BLOCK];
    while (true) {
      fill(block);
      if (isZero(block, BLOCK)) {
        break;
      }
      guard.header();
      header(TarBlock.of(block));
    }
    fill(block);
    if (!isZero(block, BLOCK)) {
      throw UnsafeArchiveException.damaged("goes on after its end");
    }
    readFilling();
    if (pax.describesOneEntry() || !longName.isEmpty() || !longTarget.isEmpty()) {
      throw UnsafeArchiveException.damaged("ends after an extended header");
    }
    guard.finish();
  }

  private void header(TarBlock block) throws IOException {
    switch (block.type()) {
      case 'x' -> {
        if (pax.describesOneEntry()) {
          throw UnsafeArchiveException.damaged("has two extended headers for one entry");
        }
        pax = PaxRecords.read(metadata(block));
      }
      case 'g' -> {
        if (PaxRecords.read(metadata(block)).describesOneEntry()) {
          throw UnsafeArchiveException.damaged("has one extended header for the names of all");
        }
      }
      case 'L' -> longName = longText(block, longName);
      case 'K' -> longTarget = longText(block, longTarget);
      default -> {
        entry(block);
        pax = PaxRecords.none();
        longName = "";
        longTarget = "";
      }
    }
  }

  private void entry(TarBlock block) throws IOException {
    String written = one("name", pax.text("path"), longName, block.name());
    String name = relative(written);
    char type = block.type();
    long size = pax.size(block.size());
    if (name.isEmpty()) {
      if (type != '5' || size != 0) {
        throw UnsafeArchiveException.entry(written, "is no name", Advice.RENAME);
      }
      return;
    }
    if ((block.mode() & SET_ID_BITS) != 0) {
      String reason = "has a set-user-id, set-group-id or sticky bit";
      throw UnsafeArchiveException.entry(name, reason, Advice.LEAVE_OUT);
    }
    switch (type) {
      case '0', '7', 0 -> file(name, written, size, (block.mode() & 0100) != 0);
      case '1' -> {
        requireNoContent(name, size);
        guard.hardLink(
            name, relative(one("target", pax.text("linkpath"), longTarget, block.target())));
      }
      case '2' -> {
        requireNoContent(name, size);
        String target = one("target", pax.text("linkpath"), longTarget, block.target());
        guard.entry(
            new ArchiveEntry(name, ArchiveEntry.Kind.LINK, false, 0, target),
            InputStream.nullInputStream());
      }
      case '5' -> {
        requireNoContent(name, size);
        guard.entry(
            new ArchiveEntry(name, ArchiveEntry.Kind.DIRECTORY, false, 0, ""),
            InputStream.nullInputStream());
      }
      case '3', '4' -> throw refused(name, "is a device");
      case '6' -> throw refused(name, "is a FIFO");
      case 'S' -> throw refused(name, "is a sparse file, which is not supported");
      default -> throw refused(name, "is of a type that is not supported");
    }
  }

  private void file(String name, String written, long size, boolean executable) throws IOException {
    if (written.endsWith("/")) {
      throw UnsafeArchiveException.entry(name, "is a file named as a folder", Advice.RENAME);
    }
    Bounded content = new Bounded(size);
    guard.entry(new ArchiveEntry(name, ArchiveEntry.Kind.FILE, executable, size, ""), content);
    content.transferTo(java.io.OutputStream.nullOutputStream());
    skip(TarHeader.padding(size));
  }

  /** The name below {@code top}; empty for the root itself. */
  private String relative(String written) throws UnsafeArchiveException {
    String name = written;
    while (name.startsWith("./")) {
      name = name.substring(2);
    }
    while (name.endsWith("/") && name.length() > 1) {
      name = name.substring(0, name.length() - 1);
    }
    if (name.equals(".")) {
      name = "";
    }
    if (top.isEmpty() || name.isEmpty()) {
      return name;
    }
    if (name.equals(top)) {
      return "";
    }
    if (!name.startsWith(top + "/")) {
      String reason = "lies outside " + UnsafeArchiveException.quoted(top);
      throw UnsafeArchiveException.entry(written, reason, Advice.LEAVE_OUT);
    }
    return name.substring(top.length() + 1);
  }

  private String one(String what, Optional<String> extended, String gnu, String plain)
      throws UnsafeArchiveException {
    if (extended.isPresent() && !gnu.isEmpty()) {
      throw UnsafeArchiveException.damaged(extended.get(), "has a second " + what);
    }
    return extended.orElse(gnu.isEmpty() ? plain : gnu);
  }

  private String longText(TarBlock block, String before) throws IOException {
    if (!before.isEmpty()) {
      throw UnsafeArchiveException.damaged("has two extended headers for one entry");
    }
    byte[] data = metadata(block);
    int length = data.length;
    while (length > 0 && data[length - 1] == 0) {
      length--;
    }
    return TarBlock.utf8(java.util.Arrays.copyOf(data, length));
  }

  private byte[] metadata(TarBlock block) throws IOException {
    long size = block.size();
    if (size > PaxRecords.MOST_BYTES) {
      throw UnsafeArchiveException.damaged("has an extended header of " + size + " bytes");
    }
    byte[] data = new byte[(int) size];
    fill(data);
    skip(TarHeader.padding(size));
    return data;
  }

  private static void requireNoContent(String name, long size) throws UnsafeArchiveException {
    if (size != 0) {
      throw UnsafeArchiveException.damaged(name, "is no file but has content");
    }
  }

  private void readFilling() throws IOException {
    byte[] buffer = new byte[8192];
    long total = 0;
    for (int count = in.read(buffer); count >= 0; count = in.read(buffer)) {
      total += count;
      if (!isZero(buffer, count) || total > MOST_FILLING) {
        throw UnsafeArchiveException.damaged("goes on after its end");
      }
    }
  }

  private void fill(byte[] bytes) throws IOException {
    if (in.readNBytes(bytes, 0, bytes.length) < bytes.length) {
      throw UnsafeArchiveException.damaged("is cut off");
    }
  }

  private void skip(int count) throws IOException {
    fill(new byte[count]);
  }

  private static boolean isZero(byte[] bytes, int length) {
    for (int i = 0; i < length; i++) {
      if (bytes[i] != 0) {
        return false;
      }
    }
    return true;
  }

  private static UnsafeArchiveException refused(String name, String reason) {
    return UnsafeArchiveException.entry(name, reason, Advice.LEAVE_OUT);
  }

  /** The content of one entry. */
  private final class Bounded extends BulkInputStream {
    private long left;

    Bounded(long size) {
      this.left = size;
    }

    @Override
    public int read(byte[] into, int offset, int length) throws IOException {
      if (left == 0) {
        return -1;
      }
      int count = in.read(into, offset, (int) Math.min(length, left));
      if (count < 0) {
        throw UnsafeArchiveException.damaged("is cut off");
      }
      left -= count;
      return count;
    }
  }
}
