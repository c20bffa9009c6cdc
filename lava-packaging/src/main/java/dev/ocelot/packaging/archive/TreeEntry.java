package dev.ocelot.packaging.archive;

/**
 * One thing in a tree.
 *
 * <p>A name is relative, with forward slashes, without {@code .} or {@code ..}, and without a slash
 * at its end.
 */
public sealed interface TreeEntry {
  /** The type and permission bits of a folder. */
  int DIRECTORY_MODE = 0040755;

  /** The type and permission bits of a link. */
  int LINK_MODE = 0120777;

  /**
   * The name within the tree.
   *
   * @return such as {@code bin/hello}
   */
  String name();

  /**
   * The type and the permissions as {@code st_mode} has them.
   *
   * @return 0100644 or 0100755 for a file, 0040755 for a folder, 0120777 for a link
   */
  int mode();

  /**
   * The type and permission bits of a regular file.
   *
   * @param executable whether it can be run
   * @return 0100755 or 0100644
   */
  static int fileMode(boolean executable) {
    return executable ? 0100755 : 0100644;
  }

  /**
   * A regular file.
   *
   * @param name the name within the tree
   * @param executable whether it can be run
   * @param content the bytes
   */
  record RegularFile(String name, boolean executable, Content content) implements TreeEntry {
    @Override
    public int mode() {
      return fileMode(executable);
    }

    /**
     * How many bytes it has.
     *
     * @return the size when the tree was made
     */
    public long size() {
      return content.size();
    }
  }

  /**
   * A folder.
   *
   * @param name the name within the tree
   */
  record Directory(String name) implements TreeEntry {
    @Override
    public int mode() {
      return DIRECTORY_MODE;
    }
  }

  /**
   * A symbolic link.
   *
   * @param name the name within the tree
   * @param target a relative path that stays within the tree
   */
  record SymbolicLink(String name, String target) implements TreeEntry {
    @Override
    public int mode() {
      return LINK_MODE;
    }
  }
}
