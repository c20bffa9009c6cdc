package dev.ocelot.packaging.archive;

import java.io.IOException;
import java.io.OutputStream;
import java.util.function.Function;

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

  /**
   * Writes the whole archive with owners, for an engine that unpacks as root and keeps them. The
   * stream is neither flushed nor closed.
   *
   * @param tree what to write
   * @param out where to
   * @param epochSeconds the time of every entry in seconds since 1970
   * @param owners whom the entry of a name belongs to
   * @throws IOException as for {@link #write(FileTree, OutputStream, long)}
   */
  public static void write(
      FileTree tree, OutputStream out, long epochSeconds, Function<String, TarOwner> owners)
      throws IOException {
    new TarWriter(out, epochSeconds, owners).write(tree, 1);
  }
}
