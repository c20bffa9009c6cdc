package dev.ocelot.packaging.archive;

import java.io.IOException;
import java.io.OutputStream;

/** Writes a tree as a plain tar archive to a stream, such as the input of a container engine. */
public final class TarStream {
  private TarStream() {}

  /**
   * Writes the whole archive. The stream is neither flushed nor closed.
   *
   * @param tree what to write
   * @param out where to
   * @param epochSeconds the time of every entry in seconds since 1970
   * @throws IOException when the stream fails, a file cannot be read, or has changed since the tree
   *     was made
   */
  public static void write(FileTree tree, OutputStream out, long epochSeconds) throws IOException {
    new TarWriter(out, epochSeconds).write(tree, 1);
  }
}
