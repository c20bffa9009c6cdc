package dev.ocelot.packaging.archive;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFileAttributes;
import java.nio.file.attribute.PosixFilePermission;

/**
 * What a file system says of one path, asked once and without following a link.
 *
 * @param kind what lies there
 * @param executable whether its owner can run it
 * @param size its bytes
 */
record FileFacts(Kind kind, boolean executable, long size) {
  /** What can lie at a path. */
  enum Kind {
    /** A regular file. */
    FILE,
    /** A folder. */
    DIRECTORY,
    /** A symbolic link. */
    LINK,
    /** A FIFO, a device or a socket: opening one can wait for ever or do something. */
    OTHER
  }

  static FileFacts of(Path path) throws IOException {
    PosixFileAttributes attributes =
        Files.readAttributes(path, PosixFileAttributes.class, LinkOption.NOFOLLOW_LINKS);
    boolean executable = attributes.permissions().contains(PosixFilePermission.OWNER_EXECUTE);
    return new FileFacts(kind(attributes), executable, attributes.size());
  }

  TreeEntry asFile(String name, Path path) {
    return new TreeEntry.RegularFile(name, executable, new FileContent(path, size));
  }

  private static Kind kind(PosixFileAttributes attributes) {
    if (attributes.isRegularFile()) {
      return Kind.FILE;
    }
    if (attributes.isDirectory()) {
      return Kind.DIRECTORY;
    }
    return attributes.isSymbolicLink() ? Kind.LINK : Kind.OTHER;
  }
}
