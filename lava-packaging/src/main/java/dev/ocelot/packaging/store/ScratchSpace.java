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
  private static final String UNOWNED = "unowned-";

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

  /**
   * A fresh name for something that may be swept at any time: what is on its way out, or a file
   * that is no loss.
   */
  Path unowned() {
    return folder.resolve(UNOWNED + UUID.randomUUID());
  }

  /** Moves a folder out of sight and removes it; what a kill leaves of it, the next sweep takes. */
  void discard(Path unwanted, StoreFiles files) throws IOException {
    Path grave = unowned();
    files.move(unwanted, grave);
    FileTreeRemoval.remove(grave);
  }

  /**
   * Removes what dead owners left. What cannot be removed, perhaps since another run is at it too,
   * stays for the next sweep.
   */
  void sweep() throws IOException, InterruptedException {
    try (DirectoryStream<Path> things = Files.newDirectoryStream(folder)) {
      for (Path thing : things) {
        String name = thing.getFileName().toString();
        if (name.startsWith(UNOWNED)) {
          removed(thing);
        } else if (name.endsWith(LOCK)) {
          sweepOwned(thing, name.substring(0, name.length() - LOCK.length()));
        }
      }
    } catch (DirectoryIteratorException e) {
      throw e.getCause();
    }
  }

  private void sweepOwned(Path lockFile, String name) throws IOException, InterruptedException {
    Optional<ProcessLock> abandoned = ProcessLock.tryExisting(lockFile);
    if (abandoned.isEmpty()) {
      return;
    }
    if (removed(folder.resolve(name))) {
      abandoned.get().closeAndDelete();
    } else {
      abandoned.get().close();
    }
  }

  private static boolean removed(Path thing) {
    try {
      FileTreeRemoval.remove(thing);
      return true;
    } catch (IOException e) {
      return false;
    }
  }
}
