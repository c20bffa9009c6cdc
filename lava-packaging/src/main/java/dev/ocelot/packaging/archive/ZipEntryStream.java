package dev.ocelot.packaging.archive;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.function.IntConsumer;
import java.util.zip.CRC32;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;

/**
 * The bytes of one entry of a zip file. Reaching the end checks that all its bytes were used, and
 * the checksum.
 */
final class ZipEntryStream extends BulkInputStream {
  private static final int STEP = 64 << 10;

  private final ZipBytes zip;
  private final ZipListing listing;
  private final IntConsumer consumed;
  private final CRC32 crc = new CRC32();
  private final Inflater inflater = new Inflater(true);
  private long position;
  private long left;
  private ByteBuffer step = ByteBuffer.allocate(0);
  private long size;
  private boolean ended;

  /**
   * Of one entry.
   *
   * @param zip the file
   * @param entry the entry
   * @param consumed is told how many bytes of the file were read
   */
  ZipEntryStream(ZipBytes zip, ZipDirectory.Located entry, IntConsumer consumed) {
    this.zip = zip;
    this.listing = entry.listing();
    this.consumed = consumed;
    this.position = entry.dataOffset();
    this.left = listing.packed();
  }

  @Override
  public int read(byte[] into, int offset, int length) throws IOException {
    if (length == 0) {
      return 0;
    }
    if (ended) {
      return -1;
    }
    int count = listing.method() == 0 ? copy(into, offset, length) : inflate(into, offset, length);
    if (count < 0) {
      ended = true;
      checkEnd();
      return -1;
    }
    size += count;
    if (size > listing.size()) {
      throw damaged("is longer than its header says");
    }
    crc.update(into, offset, count);
    return count;
  }

  @Override
  public void close() {
    inflater.end();
  }

  private int copy(byte[] into, int offset, int length) throws IOException {
    if (!step.hasRemaining() && !feed()) {
      return -1;
    }
    int count = Math.min(length, step.remaining());
    step.get(into, offset, count);
    return count;
  }

  private int inflate(byte[] into, int offset, int length) throws IOException {
    while (true) {
      try {
        int count = inflater.inflate(into, offset, length);
        if (count > 0) {
          return count;
        }
      } catch (DataFormatException e) {
        throw damaged("is not valid deflate");
      }
      if (inflater.finished()) {
        return -1;
      }
      if (inflater.needsDictionary() || !feed()) {
        throw damaged("is cut off");
      }
      inflater.setInput(step);
    }
  }

  private boolean feed() throws IOException {
    int count = (int) Math.min(left, STEP);
    if (count == 0) {
      return false;
    }
    step = zip.read(position, count);
    position += count;
    left -= count;
    consumed.accept(count);
    return true;
  }

  private void checkEnd() throws IOException {
    if (left > 0 || step.hasRemaining()) {
      throw damaged("has bytes after its end");
    }
    if (size != listing.size() || crc.getValue() != listing.crc()) {
      throw damaged("has a size or checksum that is wrong");
    }
  }

  private UnsafeArchiveException damaged(String reason) {
    return UnsafeArchiveException.damaged(listing.name(), reason);
  }
}
