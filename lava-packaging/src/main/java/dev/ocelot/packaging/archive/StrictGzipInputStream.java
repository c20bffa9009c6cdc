package dev.ocelot.packaging.archive;

import java.io.IOException;
import java.io.InputStream;
import java.io.PushbackInputStream;
import java.util.zip.CRC32;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;

/**
 * Reads gzip members up to the end of the stream. Unlike the JDK's reader it does not take anything
 * that follows the last member for nothing.
 */
final class StrictGzipInputStream extends BulkInputStream {
  private static final int EXTRA = 4;
  private static final int NAME = 8;
  private static final int COMMENT = 16;
  private static final int HEADER_CRC = 2;

  private final PushbackInputStream in;
  private final Inflater inflater = new Inflater(true);
  private final byte[] packed = new byte[64 << 10];
  private final CRC32 crc = new CRC32();
  private int fed;
  private boolean ended;

  /**
   * Reads the first header.
   *
   * @param in packed bytes
   * @throws IOException when they do not begin with a gzip member
   */
  StrictGzipInputStream(InputStream in) throws IOException {
    this.in = new PushbackInputStream(in, packed.length);
    header(this.in.read());
  }

  @Override
  public int read(byte[] into, int offset, int length) throws IOException {
    if (length == 0) {
      return 0;
    }
    while (!ended) {
      int count = inflate(into, offset, length);
      if (count > 0) {
        crc.update(into, offset, count);
        return count;
      }
      if (inflater.finished()) {
        endMember();
      } else if (inflater.needsInput()) {
        feed();
      } else {
        throw UnsafeArchiveException.damaged("is not valid gzip");
      }
    }
    return -1;
  }

  @Override
  public void close() throws IOException {
    ended = true;
    inflater.end();
    in.close();
  }

  private int inflate(byte[] into, int offset, int length) throws IOException {
    try {
      return inflater.inflate(into, offset, length);
    } catch (DataFormatException e) {
      throw UnsafeArchiveException.damaged("is not valid gzip");
    }
  }

  private void feed() throws IOException {
    fed = in.read(packed);
    if (fed < 0) {
      throw UnsafeArchiveException.damaged("is cut off");
    }
    inflater.setInput(packed, 0, fed);
  }

  private void endMember() throws IOException {
    int unused = inflater.getRemaining();
    in.unread(packed, fed - unused, unused);
    long expectedCrc = number();
    long expectedSize = number();
    if (expectedCrc != crc.getValue()
        || expectedSize != (inflater.getBytesWritten() & 0xFFFF_FFFFL)) {
      throw UnsafeArchiveException.damaged("has a gzip checksum that is wrong");
    }
    inflater.reset();
    crc.reset();
    int next = in.read();
    if (next < 0) {
      ended = true;
    } else {
      header(next);
    }
  }

  private void header(int first) throws IOException {
    if (first != 0x1f || in.read() != 0x8b) {
      throw UnsafeArchiveException.damaged("goes on after its end, or is not gzip");
    }
    int method = in.read();
    int flags = in.read();
    if (method != 8 || (flags & 0xE0) != 0) {
      throw UnsafeArchiveException.damaged("is of an unknown kind of gzip");
    }
    in.skipNBytes(6);
    if ((flags & EXTRA) != 0) {
      in.skipNBytes(in.read() | in.read() << 8);
    }
    for (int text : new int[] {NAME, COMMENT}) {
      if ((flags & text) != 0) {
        skipText();
      }
    }
    if ((flags & HEADER_CRC) != 0) {
      in.skipNBytes(2);
    }
  }

  private void skipText() throws IOException {
    int b = in.read();
    while (b > 0) {
      b = in.read();
    }
    if (b < 0) {
      throw UnsafeArchiveException.damaged("is cut off");
    }
  }

  private long number() throws IOException {
    byte[] bytes = in.readNBytes(4);
    if (bytes.length < 4) {
      throw UnsafeArchiveException.damaged("is cut off");
    }
    return (bytes[0] & 0xFFL)
        | (bytes[1] & 0xFFL) << 8
        | (bytes[2] & 0xFFL) << 16
        | (bytes[3] & 0xFFL) << 24;
  }
}
