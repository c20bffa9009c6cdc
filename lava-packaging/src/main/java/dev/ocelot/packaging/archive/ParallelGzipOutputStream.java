package dev.ocelot.packaging.archive;

import java.io.IOException;
import java.io.OutputStream;
import java.util.Arrays;
import java.util.zip.CRC32;

/**
 * Writes one gzip member whose deflate stream is made on several threads. Its header holds no time,
 * no name, and "unknown" for the system.
 */
final class ParallelGzipOutputStream extends OutputStream {
  private final OutputStream out;
  private final ChunkDeflater deflater;
  private final OrderedWork<PackedChunk> work;
  private final CRC32 crc = new CRC32();
  private byte[] bytes = new byte[Chunk.SIZE];
  private int from;
  private int length;
  private long size;

  /**
   * To a stream.
   *
   * @param out where to; closed by {@link #close}
   * @param level 0 to 9
   * @param threads how many
   * @throws IOException when the stream fails
   */
  ParallelGzipOutputStream(OutputStream out, int level, int threads) throws IOException {
    this.out = out;
    this.deflater = new ChunkDeflater(level);
    this.work = new OrderedWork<>(threads);
    int speed = level == 9 ? 2 : level == 1 ? 4 : 0;
    out.write(new byte[] {0x1f, (byte) 0x8b, 8, 0, 0, 0, 0, 0, (byte) speed, (byte) 255});
  }

  @Override
  public void write(int b) throws IOException {
    write(new byte[] {(byte) b}, 0, 1);
  }

  @Override
  public void write(byte[] more, int offset, int count) throws IOException {
    int taken = 0;
    while (taken < count) {
      if (length == bytes.length) {
        give(false);
      }
      int step = Math.min(count - taken, bytes.length - length);
      System.arraycopy(more, offset + taken, bytes, length, step);
      length += step;
      taken += step;
    }
  }

  /**
   * Ends the member. Without this call, closing leaves a stream that no reader takes for whole.
   *
   * @throws IOException when the stream fails
   */
  void finish() throws IOException {
    give(true);
    work.finish();
    out.write(new LittleEndian().u32(crc.getValue()).u32(size).toBytes());
  }

  @Override
  public void close() throws IOException {
    work.close();
    deflater.close();
    out.close();
  }

  private void give(boolean last) throws IOException {
    byte[] whole = length == bytes.length ? bytes : Arrays.copyOf(bytes, length);
    Chunk chunk = new Chunk(whole, from, last);
    int dictionary = Math.min(Chunk.DICTIONARY, length);
    bytes = new byte[dictionary + Chunk.SIZE];
    System.arraycopy(whole, length - dictionary, bytes, 0, dictionary);
    from = dictionary;
    length = dictionary;
    work.give(chunk.length(), () -> deflater.deflate(chunk), this::take);
  }

  private void take(PackedChunk packed) throws IOException {
    Chunk chunk = packed.chunk();
    crc.update(chunk.bytes(), chunk.from(), chunk.length());
    size += chunk.length();
    out.write(packed.packed());
  }
}
