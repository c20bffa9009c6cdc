package dev.ocelot.packaging.publish.directory;

import dev.ocelot.packaging.lock.LockWait;
import dev.ocelot.packaging.lock.ProcessLock;
import dev.ocelot.packaging.publish.LayerServiceException;
import dev.ocelot.packaging.publish.LayerServiceException.Fault;
import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * A hidden folder in which a version is made ready. Its owner holds a lock beside it for as long as
 * it lives, so that others can tell when it was left behind.
 */
final class Staging implements AutoCloseable {
  private static final String LOCK = ".lock";
  private static final LockWait AT_ONCE = LockWait.silent(Duration.ZERO);

  private final Path folder;
  private final ProcessLock lock;

  private Staging(Path folder, ProcessLock lock) {
    this.folder = folder;
    this.lock = lock;
  }

  /** Makes an empty folder in a layer's folder. */
  static Staging in(Path home) throws IOException, LayerServiceException {
    Path folder = home.resolve(Places.STAGING + UUID.randomUUID());
    try {
      ProcessLock lock = ProcessLock.acquire(lockOf(folder), AT_ONCE).orElse(null);
      if (lock == null || Files.notExists(lockOf(folder))) {
        // A sweeper took the lock in the moment between its making and its taking.
        if (lock != null) {
          lock.close();
        }
        throw new LayerServiceException(Fault.TRANSIENT, "swept while being made");
      }
      Staging staging = new Staging(folder, lock);
      try {
        Files.createDirectory(folder);
      } catch (IOException e) {
        staging.close();
        throw e;
      }
      return staging;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new LayerServiceException(Fault.UNAVAILABLE, "interrupted while staging", e);
    }
  }

  private static Path lockOf(Path folder) {
    return folder.resolveSibling(folder.getFileName() + LOCK);
  }

  Path folder() {
    return folder;
  }

  @Override
  public void close() throws IOException {
    try {
      Removal.remove(folder);
    } finally {
      lock.closeAndDelete();
    }
  }

  /** Removes what runs that were killed left in a layer's folder, and nothing that is in use. */
  static void sweep(Path home) throws IOException, LayerServiceException {
    for (Path removed : hidden(home, Places.REMOVED + "*")) {
      Removal.remove(removed);
    }
    for (Path left : hidden(home, Places.STAGING + "*")) {
      String name = left.getFileName().toString();
      boolean isLock = name.endsWith(LOCK);
      sweepOne(
          isLock ? left.resolveSibling(name.substring(0, name.length() - LOCK.length())) : left);
    }
  }

  private static void sweepOne(Path folder) throws IOException, LayerServiceException {
    try {
      Optional<ProcessLock> lock = ProcessLock.tryExisting(lockOf(folder));
      if (lock.isPresent()) {
        new Staging(folder, lock.get()).close();
      } else if (Files.notExists(lockOf(folder))) {
        // Its lock goes after the folder in every orderly end.
        Removal.remove(folder);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new LayerServiceException(Fault.UNAVAILABLE, "interrupted while sweeping", e);
    }
  }

  private static List<Path> hidden(Path home, String glob) throws IOException {
    List<Path> found = new ArrayList<>();
    if (Files.isDirectory(home)) {
      try (DirectoryStream<Path> stream = Files.newDirectoryStream(home, glob)) {
        stream.forEach(found::add);
      }
    }
    return found;
  }
}
