package dev.ocelot.packaging.archive;

import java.io.IOException;
import java.io.InputStream;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.function.LongSupplier;

/** Stands between an archive and a visitor: lets through what is within limits and harmless. */
final class ArchiveGuard {
  private final ExtractionLimits limits;
  private final ArchiveVisitor visitor;
  private final LongSupplier consumed;
  private final EntryRegister register;
  private final Map<String, ArchiveEntry> files = new HashMap<>();
  private int headers;
  private long bytes;

  /**
   * For one archive.
   *
   * @param limits how much may come out
   * @param visitor who is shown the entries
   * @param consumed how many bytes of the archive were read so far
   */
  ArchiveGuard(ExtractionLimits limits, ArchiveVisitor visitor, LongSupplier consumed) {
    this.limits = limits;
    this.visitor = visitor;
    this.consumed = consumed;
    this.register = new EntryRegister(limits.depth());
  }

  /**
   * Counts a header, of whatever kind.
   *
   * @throws UnsafeArchiveException when there are too many
   */
  void header() throws UnsafeArchiveException {
    if (++headers > limits.entries()) {
      throw tooManyEntries();
    }
  }

  /**
   * An entry.
   *
   * @param entry the entry
   * @param content the bytes of a file
   * @throws IOException when the entry is refused or the visitor fails
   */
  void entry(ArchiveEntry entry, InputStream content) throws IOException {
    if (entry.kind() == ArchiveEntry.Kind.LINK) {
      register.addLink(entry.name(), entry.target());
    } else {
      register.add(entry.name(), entry.kind());
    }
    if (register.size() > limits.entries()) {
      throw tooManyEntries();
    }
    if (entry.kind() == ArchiveEntry.Kind.FILE) {
      if (entry.size() > limits.bytes() - bytes) {
        throw tooManyBytes();
      }
      files.put(entry.name(), entry);
      visitor.entry(entry, new Counted(entry, content));
    } else {
      visitor.entry(entry, content);
    }
  }

  /**
   * A hard link.
   *
   * @param name its name
   * @param earlier what it is the same as
   * @throws IOException when that was not a file or link before, or the visitor fails
   */
  void hardLink(String name, String earlier) throws IOException {
    String target = register.links().get(earlier);
    if (target != null) {
      entry(
          new ArchiveEntry(name, ArchiveEntry.Kind.LINK, false, 0, target),
          InputStream.nullInputStream());
      return;
    }
    ArchiveEntry file = files.get(earlier);
    if (file == null) {
      throw UnsafeArchiveException.entry(
          name,
          "is a hard link to "
              + UnsafeArchiveException.quoted(earlier)
              + ", which is no file before it in the archive",
          UnsafeArchiveException.Advice.RELINK);
    }
    register.add(name, ArchiveEntry.Kind.FILE);
    count(file.size());
    ArchiveEntry entry =
        new ArchiveEntry(name, ArchiveEntry.Kind.FILE, file.executable(), file.size(), "");
    files.put(name, entry);
    visitor.repeated(entry, earlier);
  }

  /**
   * The archive has ended.
   *
   * @throws IOException when a link leads out of it, or the visitor fails
   */
  void finish() throws IOException {
    register.finish();
    visitor.end(register.implied());
  }

  private void count(long more) throws UnsafeArchiveException {
    bytes += more;
    if (bytes > limits.bytes()) {
      throw tooManyBytes();
    }
  }

  private void checkRatio() throws UnsafeArchiveException {
    long in = consumed.getAsLong();
    if (bytes > ExtractionLimits.RATIO_FLOOR && bytes > limits.ratio() * in) {
      String ratio = String.format(Locale.ROOT, "%.0f", limits.ratio());
      throw UnsafeArchiveException.tooLarge("unpacks to more than " + ratio + " times its size");
    }
  }

  private UnsafeArchiveException tooManyBytes() {
    return UnsafeArchiveException.tooLarge("unpacks to more than " + limits.bytes() + " bytes");
  }

  private UnsafeArchiveException tooManyEntries() {
    return UnsafeArchiveException.tooLarge("has more than " + limits.entries() + " entries");
  }

  /** Counts what comes out, and holds it to what the header announced. */
  private final class Counted extends BulkInputStream {
    private final ArchiveEntry entry;
    private final InputStream content;
    private long left;

    Counted(ArchiveEntry entry, InputStream content) {
      this.entry = entry;
      this.content = content;
      this.left = entry.size();
    }

    @Override
    public int read(byte[] into, int offset, int length) throws IOException {
      int count = content.read(into, offset, length);
      if (count < 0) {
        if (left > 0) {
          throw UnsafeArchiveException.damaged(entry.name(), "is cut off");
        }
        return -1;
      }
      left -= count;
      if (left < 0) {
        throw UnsafeArchiveException.damaged(entry.name(), "is longer than its header says");
      }
      count(count);
      checkRatio();
      return count;
    }
  }
}
