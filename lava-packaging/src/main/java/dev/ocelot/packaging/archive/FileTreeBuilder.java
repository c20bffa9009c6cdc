package dev.ocelot.packaging.archive;

import java.nio.file.Path;

/** Gathers entries for a tree, in any order; folders on the way are added. */
@SuppressWarnings({"DoNotCallSuggester", "UnusedVariable"})
public final class FileTreeBuilder {

  /**
   * Adds bytes as a file.
   *
   * @param name the name within the tree
   * @param content the bytes, copied
   * @param executable whether it can be run
   * @return this
   */
  public FileTreeBuilder file(String name, byte[] content, boolean executable) {
    throw new UnsupportedOperationException(name);
  }

  /**
   * Adds a file from disk under another name; its executable bit is kept.
   *
   * @param name the name within the tree
   * @param file a regular file; a link is not followed
   * @return this
   */
  public FileTreeBuilder file(String name, Path file) {
    throw new UnsupportedOperationException(name);
  }

  /**
   * Adds a folder.
   *
   * @param name the name within the tree
   * @return this
   */
  public FileTreeBuilder directory(String name) {
    throw new UnsupportedOperationException(name);
  }

  /**
   * Adds a link.
   *
   * @param name the name within the tree
   * @param target a relative path that stays within the tree
   * @return this
   */
  public FileTreeBuilder link(String name, String target) {
    throw new UnsupportedOperationException(name);
  }

  /**
   * Adds every entry of another tree.
   *
   * @param tree the other tree
   * @return this
   */
  public FileTreeBuilder all(FileTree tree) {
    throw new UnsupportedOperationException();
  }

  /**
   * Makes the tree.
   *
   * @return the tree
   * @throws dev.ocelot.problem.ProblemException {@code archive-unsafe} for names that are taken or
   *     not portable and links that leave the tree, all together
   */
  public FileTree build() {
    throw new UnsupportedOperationException();
  }
}
