package dev.ocelot.packaging.archive;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.Path;

/** Writes a tree as an archive: same tree and packing, same bytes. */
public final class ArchiveWriter {
  private final Packing packing;

  /**
   * A writer.
   *
   * @param packing how to write
   */
  public ArchiveWriter(Packing packing) {
    this.packing = packing;
  }

  /**
   * Writes beside the target and renames at the end: until then, and after a failure, what was
   * there before stays, and nothing else is left.
   *
   * @param tree what to write
   * @param target the archive; its folder must exist
   * @throws dev.ocelot.problem.ProblemException {@code file-access} when a file cannot be read, has
   *     changed since the tree was made, or the archive cannot be written
   */
  public void write(FileTree tree, Path target) {
    try (ReplacedFile file = new ReplacedFile(target)) {
      switch (packing.format()) {
        case ZIP -> new ZipWriter(packing, file.channel()).write(tree);
        case TAR_GZ -> writeTarGz(tree, file.channel());
        case TAR_ZST -> writeTarZst(tree, file.channel());
      }
      file.commit();
    } catch (IOException e) {
      throw ArchiveProblems.of("cannot write " + target.getFileName(), target.toString(), e);
    }
  }

  private void writeTarGz(FileTree tree, FileChannel file) throws IOException {
    OutputStream out = Channels.newOutputStream(file);
    try (ParallelGzipOutputStream gzip =
        new ParallelGzipOutputStream(out, packing.level(), packing.threads())) {
      new TarWriter(gzip, packing.epochSeconds()).write(tree, 1);
      gzip.finish();
    }
  }

  private void writeTarZst(FileTree tree, FileChannel file) throws IOException {
    OutputStream out = Channels.newOutputStream(file);
    try (OutputStream zstd = Zstandard.packing(out, packing.level(), packing.threads())) {
      new TarWriter(zstd, packing.epochSeconds()).write(tree, packing.threads());
    }
  }
}
