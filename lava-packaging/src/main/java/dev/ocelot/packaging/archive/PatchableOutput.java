package dev.ocelot.packaging.archive;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;

/** Buffers what goes to a file, and can overwrite what went before. */
final class PatchableOutput {
  private final FileChannel file;
  private final ByteBuffer buffer = ByteBuffer.allocateDirect(256 << 10);
  private long flushed;

  /**
   * To an empty file.
   *
   * @param file the file
   */
  PatchableOutput(FileChannel file) {
    this.file = file;
  }

  /**
   * Where the next byte goes.
   *
   * @return the number of bytes so far
   */
  long position() {
    return flushed + buffer.position();
  }

  void write(byte[] bytes) throws IOException {
    for (int from = 0; from < bytes.length; ) {
      if (!buffer.hasRemaining()) {
        flush();
      }
      int count = Math.min(buffer.remaining(), bytes.length - from);
      buffer.put(bytes, from, count);
      from += count;
    }
  }

  /**
   * Overwrites bytes that were written before.
   *
   * @param position where they begin
   * @param bytes the new ones
   * @throws IOException when the file cannot be written
   */
  void patch(long position, byte[] bytes) throws IOException {
    flush();
    ByteBuffer patch = ByteBuffer.wrap(bytes);
    while (patch.hasRemaining()) {
      file.write(patch, position + patch.position());
    }
  }

  void flush() throws IOException {
    buffer.flip();
    while (buffer.hasRemaining()) {
      file.write(buffer, flushed + buffer.position());
    }
    flushed += buffer.limit();
    buffer.clear();
  }
}
