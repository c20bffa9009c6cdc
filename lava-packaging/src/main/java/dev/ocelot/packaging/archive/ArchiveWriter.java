package dev.ocelot.packaging.archive;

import java.nio.file.Path;

/** Writes a tree as an archive: same tree and packing, same bytes. */
@SuppressWarnings({"DoNotCallSuggester", "UnusedVariable"})
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
    throw new UnsupportedOperationException("" + packing);
  }
}
