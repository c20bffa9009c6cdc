package dev.ocelot.packaging.archive;

/** The digest of what a tree holds, whatever it is packed in. */
@SuppressWarnings({"DoNotCallSuggester", "UnusedVariable"})
public final class ContentDigest {
  private ContentDigest() {}

  /**
   * SHA-256 over the sorted entries: for each, length and bytes of the name, the mode, the size and
   * the SHA-256 of the content (of a link: its target). {@link ArchiveReader#contentDigest} gives
   * the same for an archive of the tree.
   *
   * @param tree the tree
   * @return 64 lower-case hex digits
   * @throws dev.ocelot.problem.ProblemException {@code file-access} when a file cannot be read or
   *     has changed since the tree was made
   */
  public static String of(FileTree tree) {
    throw new UnsupportedOperationException();
  }
}
