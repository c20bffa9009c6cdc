package dev.ocelot.packaging.archive;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.SeekableByteChannel;

/** Reads ranges of a zip file, never beyond its end. */
final class ZipBytes {
  private final SeekableByteChannel channel;
  private final long size;

  /**
   * Of a file.
   *
   * @param channel the file
   * @throws IOException when its size cannot be told
   */
  ZipBytes(SeekableByteChannel channel) throws IOException {
    this.channel = channel;
    this.size = channel.size();
  }

  long size() {
    return size;
  }

  /**
   * Reads a range.
   *
   * @param position where it begins
   * @param length how many bytes
   * @return the bytes, to be read little-endian
   * @throws IOException when they are not all there
   */
  ByteBuffer read(long position, int length) throws IOException {
    if (position < 0 || length < 0 || position > size - length) {
      throw UnsafeArchiveException.damaged("is cut off or points beyond its end");
    }
    ByteBuffer bytes = ByteBuffer.allocate(length).order(ByteOrder.LITTLE_ENDIAN);
    channel.position(position);
    while (bytes.hasRemaining()) {
      if (channel.read(bytes) < 0) {
        throw UnsafeArchiveException.damaged("became shorter while it was read");
      }
    }
    return bytes.flip();
  }

  static int u16(ByteBuffer bytes, int at) {
    return bytes.getShort(at) & 0xFFFF;
  }

  static long u32(ByteBuffer bytes, int at) {
    return bytes.getInt(at) & 0xFFFF_FFFFL;
  }
}
