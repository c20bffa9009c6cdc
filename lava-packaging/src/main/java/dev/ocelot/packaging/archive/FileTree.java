package dev.ocelot.packaging.archive;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * Files, folders and links under one root, as an archive holds them: sorted by the UTF-8 bytes of
 * their names, with modes that do not depend on a umask.
 *
 * <p>Every tree can be written in every format and read back by every safe reader: its names are
 * portable (see {@link ProblemIds#ARCHIVE_UNSAFE}), no two differ only by case or Unicode form,
 * each folder on the way to an entry is an entry, and links stay inside.
 */
@SuppressWarnings({"DoNotCallSuggester", "UnusedVariable"})
public final class FileTree {
  private final List<TreeEntry> entries;

  FileTree(List<TreeEntry> entries) {
    this.entries = List.copyOf(entries);
  }

  /**
   * Lists a folder. Links are not followed, contents are not read, and nothing but regular files,
   * folders and links is opened.
   *
   * @param root the folder, which is not itself an entry
   * @return the tree
   * @throws dev.ocelot.problem.ProblemException {@code archive-unsafe} for a FIFO, device or
   *     socket, a name that is not portable, or a link that leaves the folder; {@code file-access}
   *     when it cannot be read
   */
  public static FileTree scan(Path root) {
    throw new UnsupportedOperationException();
  }

  /**
   * Starts an empty tree.
   *
   * @return a builder
   */
  public static FileTreeBuilder builder() {
    throw new UnsupportedOperationException();
  }

  /**
   * The entries, sorted by the UTF-8 bytes of their names; a folder comes before what is in it.
   *
   * @return every entry
   */
  public List<TreeEntry> entries() {
    return entries;
  }

  /**
   * Finds an entry.
   *
   * @param name the name within the tree
   * @return the entry, or nothing
   */
  public Optional<TreeEntry> entry(String name) {
    throw new UnsupportedOperationException(name);
  }

  /**
   * The same tree with one more file; missing folders are added.
   *
   * @param name the name within the tree
   * @param content the bytes
   * @param executable whether it can be run
   * @return a copy
   * @throws dev.ocelot.problem.ProblemException {@code archive-unsafe} when the name is taken or
   *     not portable
   */
  public FileTree with(String name, byte[] content, boolean executable) {
    throw new UnsupportedOperationException(name);
  }

  /**
   * The bytes of all files together.
   *
   * @return a number of bytes
   */
  public long totalSize() {
    throw new UnsupportedOperationException();
  }
}
