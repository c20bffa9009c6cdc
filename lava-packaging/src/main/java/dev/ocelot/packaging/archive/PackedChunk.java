package dev.ocelot.packaging.archive;

/** A chunk together with its part of a deflate stream. */
final class PackedChunk {
  private final Chunk chunk;
  private final byte[] packed;

  /**
   * A chunk that was packed.
   *
   * @param chunk the chunk
   * @param packed its packed bytes; not copied
   */
  PackedChunk(Chunk chunk, byte[] packed) {
    this.chunk = chunk;
    this.packed = packed;
  }

  Chunk chunk() {
    return chunk;
  }

  byte[] packed() {
    return packed;
  }
}
