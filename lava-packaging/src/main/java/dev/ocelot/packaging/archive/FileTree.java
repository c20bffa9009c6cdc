package dev.ocelot.packaging.archive;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Files, folders and links under one root, as an archive holds them: sorted by the UTF-8 bytes of
 * their names, with modes that do not depend on a umask.
 *
 * <p>Every tree can be written in every format and read back by every safe reader: its names are
 * portable (see {@link ArchiveProblems#ARCHIVE_UNSAFE}), no two differ only by case or Unicode
 * form, each folder on the way to an entry is an entry, and links stay inside.
 */
public final class FileTree {
  private final List<TreeEntry> entries;
  private final Map<String, TreeEntry> byName;

  /**
   * A tree of checked entries.
   *
   * @param entries sorted by the UTF-8 bytes of their names
   */
  FileTree(List<TreeEntry> entries) {
    this.entries = List.copyOf(entries);
    this.byName = entries.stream().collect(Collectors.toMap(TreeEntry::name, Function.identity()));
  }

  /**
   * Lists a folder. Links are not followed, contents are not read, and nothing but folders is
   * opened.
   *
   * @param root the folder, which is not itself an entry
   * @return the tree
   * @throws dev.ocelot.problem.ProblemException {@code archive-unsafe} for FIFOs, devices, sockets,
   *     names that are not portable and links that leave the folder, all together; {@code
   *     file-access} when it cannot be read
   */
  public static FileTree scan(Path root) {
    return TreeScan.of(root);
  }

  /**
   * Starts an empty tree.
   *
   * @return a builder
   */
  public static FileTreeBuilder builder() {
    return new FileTreeBuilder("");
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
    return Optional.ofNullable(byName.get(name));
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
    return builder().all(this).file(name, content, executable).build();
  }

  /**
   * The bytes of all files together.
   *
   * @return a number of bytes
   */
  public long totalSize() {
    return entries.stream()
        .mapToLong(entry -> entry instanceof TreeEntry.RegularFile file ? file.size() : 0)
        .sum();
  }
}
