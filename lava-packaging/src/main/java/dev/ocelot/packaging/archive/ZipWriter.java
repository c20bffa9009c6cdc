package dev.ocelot.packaging.archive;

import dev.ocelot.packaging.archive.TreeEntry.RegularFile;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.CRC32;

/**
 * Writes a tree as a zip file: files are read and deflated on several threads, also several chunks
 * of one file, and laid down in order.
 *
 * <p>Headers carry sizes and checksums (no data descriptors), UNIX modes, no extra fields but zip64
 * where a number does not fit.
 */
final class ZipWriter {
  private final Packing packing;
  private final int dosTime;
  private final PatchableOutput out;
  private final List<ZipRecord> directory = new ArrayList<>();
  private final CRC32 crc = new CRC32();

  /**
   * To a file.
   *
   * @param packing level, time and threads
   * @param file an empty file
   */
  ZipWriter(Packing packing, FileChannel file) {
    this.packing = packing;
    this.dosTime = DosTime.of(packing.epochSeconds());
    this.out = new PatchableOutput(file);
  }

  /**
   * Writes the whole archive.
   *
   * @param tree what to write
   * @throws IOException when a file cannot be read or the archive cannot be written
   */
  void write(FileTree tree) throws IOException {
    try (ChunkDeflater deflater = new ChunkDeflater(packing.level());
        OrderedWork<PackedChunk> work = new OrderedWork<>(packing.threads())) {
      for (TreeEntry entry : tree.entries()) {
        if (entry instanceof RegularFile file) {
          give(file, work, deflater);
        } else {
          work.give(
              0,
              () -> new PackedChunk(linkChunk(entry), new byte[0]),
              packed -> small(entry, packed));
        }
      }
      work.finish();
    }
    end();
  }

  private void give(RegularFile file, OrderedWork<PackedChunk> work, ChunkDeflater deflater)
      throws IOException {
    long count = Chunk.count(file.size());
    for (long i = 0; i < count; i++) {
      long index = i;
      work.give(
          Chunk.length(file.size(), index),
          () -> pack(file, index, deflater),
          packed -> {
            if (count == 1) {
              small(file, packed);
            } else {
              part(file, index, packed);
            }
          });
    }
  }

  private static PackedChunk pack(RegularFile file, long index, ChunkDeflater deflater)
      throws IOException {
    try {
      Chunk chunk = Chunk.read(file.content(), index, Chunk.DICTIONARY);
      return deflater.deflate(chunk);
    } catch (IOException e) {
      throw UnreadableEntryException.of(file.name(), e);
    }
  }

  private static Chunk linkChunk(TreeEntry entry) {
    String target = entry instanceof TreeEntry.SymbolicLink link ? link.target() : "";
    return new Chunk(target.getBytes(StandardCharsets.UTF_8), 0, true);
  }

  /** An entry of one chunk: everything is known before its header is written. */
  private void small(TreeEntry entry, PackedChunk packed) throws IOException {
    Chunk chunk = packed.chunk();
    boolean deflated = packed.packed().length > 0 && packed.packed().length < chunk.length();
    byte[] bytes = deflated ? packed.packed() : chunk.bytes();
    crc.reset();
    crc.update(chunk.bytes());
    String name = entry instanceof TreeEntry.Directory ? entry.name() + "/" : entry.name();
    ZipRecord record =
        new ZipRecord(
            name,
            entry.mode(),
            deflated,
            crc.getValue(),
            bytes.length,
            chunk.length(),
            out.position());
    out.write(record.localHeader(dosTime));
    out.write(bytes);
    directory.add(record);
  }

  /** A part of a larger file: the header is completed after the last. */
  private void part(RegularFile file, long index, PackedChunk packed) throws IOException {
    if (index == 0) {
      crc.reset();
      ZipRecord begun =
          new ZipRecord(file.name(), file.mode(), true, 0, 0, file.size(), out.position());
      directory.add(begun);
      out.write(begun.localHeader(dosTime));
    }
    Chunk chunk = packed.chunk();
    crc.update(chunk.bytes(), chunk.from(), chunk.length());
    out.write(packed.packed());
    if (chunk.last()) {
      ZipRecord begun = directory.remove(directory.size() - 1);
      int header = begun.localHeader(dosTime).length;
      ZipRecord done =
          new ZipRecord(
              begun.name(),
              begun.mode(),
              true,
              crc.getValue(),
              out.position() - begun.offset() - header,
              begun.size(),
              begun.offset());
      out.patch(done.offset(), done.localHeader(dosTime));
      directory.add(done);
    }
  }

  private void end() throws IOException {
    long start = out.position();
    for (ZipRecord record : directory) {
      out.write(record.centralHeader(dosTime));
    }
    out.write(ZipRecord.end(directory.size(), start, out.position()));
    out.flush();
  }
}
