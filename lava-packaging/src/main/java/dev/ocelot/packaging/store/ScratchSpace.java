package dev.ocelot.packaging.store;

import dev.ocelot.packaging.lock.LockWait;
import dev.ocelot.packaging.lock.ProcessLock;
import java.io.IOException;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;

/**
 * Makes scratch folders, each with a lock beside it that lives as long as its owner, and removes
 * those whose owner is gone.
 *
 * <p>The lock is there before the folder, and its name is never used twice. A sweep opens only
 * locks that exist, so it can neither take a folder from an owner nor bring back a lock.
 */
final class ScratchSpace {
  private static final String LOCK = ".lock";
  private static final String DISCARDED = "discarded-";

  private final Path folder;

  ScratchSpace(Path folder) {
    this.folder = folder;
  }

  Scratch open() throws IOException, InterruptedException {
    while (true) {
      String name = ProcessHandle.current().pid() + "-" + UUID.randomUUID();
      Path lockFile = folder.resolve(name + LOCK);
      Optional<ProcessLock> owner =
          ProcessLock.acquire(lockFile, LockWait.silent(Duration.ofSeconds(1)));
      if (owner.isEmpty()) {
        continue;
      }
      if (!Files.exists(lockFile)) {
        // A sweep was quicker than we with the lock on the fresh file.
        owner.get().close();
        continue;
      }
      Path path = folder.resolve(name);
      boolean made = false;
      try {
        Files.createDirectory(path);
        FileFacts.setMode(path, 0700);
        made = true;
        return new Scratch(path, owner.get());
      } catch (FileAlreadyExistsException e) {
        throw new IOException("a name was used twice: " + path, e);
      } finally {
        if (!made) {
          owner.get().closeAndDelete();
        }
      }
    }
  }

  /** Moves a folder out of sight and removes it; what a kill leaves of it, the next sweep takes. */
  void discard(Path unwanted, StoreFiles files) throws IOException {
    Path grave = folder.resolve(DISCARDED + UUID.randomUUID());
    files.move(unwanted, grave);
    FileTreeRemoval.remove(grave);
  }

  /** Removes what dead owners left. */
  void sweep() throws IOException, InterruptedException {
    try (DirectoryStream<Path> graves = Files.newDirectoryStream(folder, DISCARDED + "*")) {
      for (Path grave : graves) {
        FileTreeRemoval.remove(grave);
      }
    } catch (DirectoryIteratorException e) {
      throw e.getCause();
    }
    try (DirectoryStream<Path> locks = Files.newDirectoryStream(folder, "*" + LOCK)) {
      for (Path lockFile : locks) {
        Optional<ProcessLock> abandoned = ProcessLock.tryExisting(lockFile);
        if (abandoned.isPresent()) {
          remove(lockFile, abandoned.get());
        }
      }
    } catch (DirectoryIteratorException e) {
      throw e.getCause();
    }
  }

  private void remove(Path lockFile, ProcessLock abandoned) throws IOException {
    String name = lockFile.getFileName().toString();
    boolean removed = false;
    try {
      FileTreeRemoval.remove(folder.resolve(name.substring(0, name.length() - LOCK.length())));
      removed = true;
    } finally {
      if (removed) {
        abandoned.closeAndDelete();
      } else {
        abandoned.close();
      }
    }
  }
}
