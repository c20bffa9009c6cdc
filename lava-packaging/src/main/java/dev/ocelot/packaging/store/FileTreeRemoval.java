package dev.ocelot.packaging.store;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import org.jspecify.annotations.Nullable;

/** Removes a folder and all below it, links as links, folders that forbid it included. */
public final class FileTreeRemoval extends SimpleFileVisitor<Path> {
  private static final int OWNER_ALL = 0700;

  private FileTreeRemoval() {}

  /**
   * Removes a tree.
   *
   * @param root the folder; nothing happens when it is missing
   * @throws IOException when something cannot be removed
   */
  public static void remove(Path root) throws IOException {
    if (Files.exists(root, LinkOption.NOFOLLOW_LINKS)) {
      Files.walkFileTree(root, new FileTreeRemoval());
    }
  }

  @Override
  public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes)
      throws IOException {
    if ((FileFacts.mode(folder) & OWNER_ALL) != OWNER_ALL) {
      FileFacts.setMode(folder, OWNER_ALL);
    }
    return FileVisitResult.CONTINUE;
  }

  @Override
  public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
    Files.deleteIfExists(file);
    return FileVisitResult.CONTINUE;
  }

  @Override
  public FileVisitResult visitFileFailed(Path file, IOException failure) throws IOException {
    if (failure instanceof NoSuchFileException) {
      return FileVisitResult.CONTINUE;
    }
    if (failure instanceof AccessDeniedException && openedUp(file)) {
      remove(file);
      return FileVisitResult.CONTINUE;
    }
    throw failure;
  }

  private static boolean openedUp(Path folder) throws IOException {
    if (!Files.isDirectory(folder, LinkOption.NOFOLLOW_LINKS)
        || (FileFacts.mode(folder) & OWNER_ALL) == OWNER_ALL) {
      return false;
    }
    FileFacts.setMode(folder, OWNER_ALL);
    return true;
  }

  @Override
  public FileVisitResult postVisitDirectory(Path folder, @Nullable IOException failure)
      throws IOException {
    if (failure != null) {
      throw failure;
    }
    Files.deleteIfExists(folder);
    return FileVisitResult.CONTINUE;
  }
}
