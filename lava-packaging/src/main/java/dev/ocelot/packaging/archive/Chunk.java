package dev.ocelot.packaging.archive;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.SeekableByteChannel;

/**
 * A part of a file's bytes with what lies before it, which is what one thread reads and packs.
 *
 * <p>Chunks have one fixed size, so that packed bytes do not depend on how many threads there are.
 */
final class Chunk {
  /** Large enough that breaks cost nothing, small enough that one file keeps all threads busy. */
  static final int SIZE = 512 << 10;

  /** How far back deflate can refer. */
  static final int DICTIONARY = 32 << 10;

  private final byte[] bytes;
  private final int from;
  private final boolean last;

  /**
   * A part.
   *
   * @param bytes the dictionary, then the part; not copied
   * @param from where the part begins
   * @param last whether the file ends with it
   */
  Chunk(byte[] bytes, int from, boolean last) {
    this.bytes = bytes;
    this.from = from;
    this.last = last;
  }

  byte[] bytes() {
    return bytes;
  }

  int from() {
    return from;
  }

  boolean last() {
    return last;
  }

  /**
   * How many chunks a file has.
   *
   * @param size its bytes
   * @return at least 1
   */
  static long count(long size) {
    return Math.max(1, (size + SIZE - 1) / SIZE);
  }

  /**
   * How many bytes a chunk of a file has.
   *
   * @param size the file's bytes
   * @param index which chunk, from 0
   * @return at most {@link #SIZE}
   */
  static long length(long size, long index) {
    return Math.min(SIZE, size - index * SIZE);
  }

  /**
   * Reads one chunk.
   *
   * @param content the file
   * @param index which chunk, from 0
   * @param dictionary how many bytes before it to read too, where there are as many
   * @return the chunk
   * @throws IOException when the file cannot be read or has another size than when it was listed
   */
  static Chunk read(Content content, long index, int dictionary) throws IOException {
    long size = content.size();
    long start = index * SIZE;
    long before = Math.max(0, start - dictionary);
    long end = Math.min(size, start + SIZE);
    boolean last = end == size;
    byte[] bytes = new byte[(int) (end - before)];
    try (SeekableByteChannel channel = content.open()) {
      channel.position(before);
      ByteBuffer buffer = ByteBuffer.wrap(bytes);
      while (buffer.hasRemaining() && channel.read(buffer) >= 0) {
        // Reads until the chunk is full.
      }
      if (buffer.hasRemaining() || (last && channel.size() != size)) {
        throw new IOException("it was changed while it was read");
      }
    }
    return new Chunk(bytes, (int) (start - before), last);
  }

  /**
   * The bytes of the part.
   *
   * @return the number, without the dictionary
   */
  int length() {
    return bytes.length - from;
  }
}
