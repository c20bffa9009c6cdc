package dev.ocelot.packaging.archive;

import java.io.IOException;
import java.io.OutputStream;
import java.util.function.Function;

/** Writes a tree as a tar archive; files are read ahead on other threads. */
final class TarWriter {
  private static final Chunk NOTHING = new Chunk(new byte[0], 0, true);

  private final OutputStream out;
  private final long epochSeconds;
  private final Function<String, TarOwner> owners;

  /**
   * To a stream, everything root's.
   *
   * @param out where to; neither flushed nor closed
   * @param epochSeconds the time of every entry
   */
  TarWriter(OutputStream out, long epochSeconds) {
    this(out, epochSeconds, name -> TarOwner.ROOT);
  }

  /**
   * To a stream.
   *
   * @param out where to; neither flushed nor closed
   * @param epochSeconds the time of every entry
   * @param owners whom the entry of a name belongs to
   */
  TarWriter(OutputStream out, long epochSeconds, Function<String, TarOwner> owners) {
    this.out = out;
    this.epochSeconds = epochSeconds;
    this.owners = owners;
  }

  /**
   * Writes the whole archive.
   *
   * @param tree what to write
   * @param threads how many threads read
   * @throws IOException when a file cannot be read or the stream fails
   */
  void write(FileTree tree, int threads) throws IOException {
    try (OrderedWork<Chunk> work = new OrderedWork<>(threads)) {
      for (TreeEntry entry : tree.entries()) {
        if (entry instanceof TreeEntry.RegularFile file) {
          give(file, work);
        } else {
          work.give(0, () -> NOTHING, nothing -> out.write(header(entry)));
        }
      }
      work.finish();
    }
    out.write(new byte[2 * TarHeader.BLOCK]);
  }

  private void give(TreeEntry.RegularFile file, OrderedWork<Chunk> work) throws IOException {
    long count = Chunk.count(file.size());
    for (long i = 0; i < count; i++) {
      long index = i;
      work.give(
          Chunk.length(file.size(), index),
          () -> read(file, index),
          chunk -> {
            if (index == 0) {
              out.write(header(file));
            }
            out.write(chunk.bytes());
            if (chunk.last()) {
              out.write(new byte[TarHeader.padding(file.size())]);
            }
          });
    }
  }

  private byte[] header(TreeEntry entry) {
    return TarHeader.of(entry, owners.apply(entry.name()), epochSeconds);
  }

  private static Chunk read(TreeEntry.RegularFile file, long index) throws IOException {
    try {
      return Chunk.read(file.content(), index, 0);
    } catch (IOException e) {
      throw UnreadableEntryException.of(file.name(), e);
    }
  }
}
