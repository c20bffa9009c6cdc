package dev.ocelot.packaging.archive;

import java.util.Arrays;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.zip.Deflater;

/**
 * Deflates chunks independently, each with the end of the one before as its dictionary, so that
 * their packed bytes, one after the other, are one deflate stream (as pigz does it).
 */
final class ChunkDeflater implements AutoCloseable {
  private final int level;
  private final Queue<Deflater> idle = new ConcurrentLinkedQueue<>();

  /**
   * Of a level.
   *
   * @param level 0 to 9
   */
  ChunkDeflater(int level) {
    this.level = level;
  }

  /**
   * Packs one chunk, in any thread.
   *
   * @param chunk the chunk
   * @return it and its part of the deflate stream; ends the stream when the chunk is the last
   */
  PackedChunk deflate(Chunk chunk) {
    Deflater idler = idle.poll();
    Deflater deflater = idler == null ? new Deflater(level, true) : idler;
    try {
      if (chunk.from() > 0) {
        deflater.setDictionary(chunk.bytes(), 0, chunk.from());
      }
      deflater.setInput(chunk.bytes(), chunk.from(), chunk.length());
      return new PackedChunk(chunk, drain(deflater, chunk));
    } finally {
      deflater.reset();
      idle.add(deflater);
    }
  }

  /** Gives back the memory. No chunk may be under way. */
  @Override
  public void close() {
    idle.forEach(Deflater::end);
    idle.clear();
  }

  private static byte[] drain(Deflater deflater, Chunk chunk) {
    int flush = chunk.last() ? Deflater.NO_FLUSH : Deflater.SYNC_FLUSH;
    if (chunk.last()) {
      deflater.finish();
    }
    // What does not pack grows by some bytes in each 16 KiB.
    byte[] packed = new byte[chunk.length() + chunk.length() / 1024 + 64];
    int length = 0;
    while (true) {
      int count = deflater.deflate(packed, length, packed.length - length, flush);
      length += count;
      if (chunk.last() ? deflater.finished() : length < packed.length) {
        return Arrays.copyOf(packed, length);
      }
      if (length == packed.length) {
        packed = Arrays.copyOf(packed, 2 * packed.length);
      }
    }
  }
}
