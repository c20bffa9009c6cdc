package dev.ocelot.packaging.store;

import dev.ocelot.packaging.lock.ProcessLock;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * A private folder for work that is under way, on the store's disk. It goes when it is closed, or
 * with the next run when its process was killed.
 */
public final class Scratch implements AutoCloseable {
  private final Path path;
  private final ProcessLock owner;

  Scratch(Path path, ProcessLock owner) {
    this.path = path;
    this.owner = owner;
  }

  /**
   * The folder, mode 0700, empty at first.
   *
   * @return its path
   */
  public Path path() {
    return path;
  }

  /**
   * Makes a folder in it.
   *
   * @param name the folder's name, new
   * @return its path
   * @throws dev.ocelot.problem.ProblemException {@code store-unusable} when the disk fails
   */
  public Path folder(String name) {
    Path folder = path.resolve(name);
    try {
      return Files.createDirectory(folder);
    } catch (IOException e) {
      throw StoreProblems.unusable(folder, "a scratch folder could not be made", e);
    }
  }

  /**
   * Removes the folder with all that it holds.
   *
   * @throws dev.ocelot.problem.ProblemException {@code store-unusable} when something in it cannot
   *     be removed; the next run tries again
   */
  @Override
  public void close() {
    try {
      FileTreeRemoval.remove(path);
      owner.closeAndDelete();
    } catch (IOException e) {
      owner.close();
      throw StoreProblems.unusable(path, "a scratch folder could not be removed", e);
    }
  }
}
