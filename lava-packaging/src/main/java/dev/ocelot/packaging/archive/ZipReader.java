package dev.ocelot.packaging.archive;

import dev.ocelot.packaging.archive.UnsafeArchiveException.Advice;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.channels.SeekableByteChannel;
import java.util.function.LongSupplier;

/** Reads a zip file strictly, by its directory. */
final class ZipReader {
  private static final int TYPE = 0170000;
  private static final int SET_ID_BITS = 07000;
  private static final int MOST_TARGET_BYTES = 4096;

  private final ZipBytes zip;
  private final ExtractionLimits limits;
  private long consumed;

  /**
   * A file.
   *
   * @param channel the file
   * @param limits how much may come out
   * @throws IOException when its size cannot be told
   */
  ZipReader(SeekableByteChannel channel, ExtractionLimits limits) throws IOException {
    this.zip = new ZipBytes(channel);
    this.limits = limits;
  }

  /**
   * Shows every entry.
   *
   * @param visitor who is shown them
   * @throws IOException when an entry is refused or the file cannot be read
   */
  void read(ArchiveVisitor visitor) throws IOException {
    LongSupplier soFar = () -> consumed;
    ArchiveGuard guard = new ArchiveGuard(limits, visitor, soFar);
    for (ZipDirectory.Located located : ZipDirectory.read(zip, limits)) {
      guard.header();
      try (ZipEntryStream content = new ZipEntryStream(zip, located, count -> consumed += count)) {
        entry(located.listing(), content, guard);
        content.transferTo(OutputStream.nullOutputStream());
      }
    }
    guard.finish();
  }

  private static void entry(ZipListing listing, InputStream content, ArchiveGuard guard)
      throws IOException {
    String name = listing.name();
    if ((listing.mode() & SET_ID_BITS) != 0) {
      String reason = "has a set-user-id, set-group-id or sticky bit";
      throw UnsafeArchiveException.entry(name, reason, Advice.LEAVE_OUT);
    }
    int type = listing.mode() & TYPE;
    boolean folder = name.endsWith("/");
    if (folder && (type == 0 || type == 0040000)) {
      if (listing.size() != 0) {
        throw UnsafeArchiveException.damaged(name, "is a folder but has content");
      }
      String bare = name.substring(0, name.length() - 1);
      guard.entry(
          new ArchiveEntry(bare, ArchiveEntry.Kind.DIRECTORY, false, 0, ""),
          InputStream.nullInputStream());
    } else if (!folder && type == 0120000) {
      String target = target(listing, content);
      guard.entry(
          new ArchiveEntry(name, ArchiveEntry.Kind.LINK, false, 0, target),
          InputStream.nullInputStream());
    } else if (!folder && (type == 0 || type == 0100000)) {
      boolean executable = (listing.mode() & 0100) != 0;
      guard.entry(
          new ArchiveEntry(name, ArchiveEntry.Kind.FILE, executable, listing.size(), ""), content);
    } else {
      String reason = "is a device, a FIFO, or not what its name says";
      throw UnsafeArchiveException.entry(name, reason, Advice.LEAVE_OUT);
    }
  }

  private static String target(ZipListing listing, InputStream content) throws IOException {
    if (listing.size() > MOST_TARGET_BYTES) {
      throw UnsafeArchiveException.entry(
          listing.name(), "is a link to a path that is too long", Advice.RELINK);
    }
    byte[] target = content.readNBytes(MOST_TARGET_BYTES);
    return TarBlock.utf8(target);
  }
}
