package dev.ocelot.packaging.store;

import dev.ocelot.packaging.lock.LockWait;
import dev.ocelot.packaging.lock.ProcessLock;
import dev.ocelot.packaging.process.CancelledException;
import dev.ocelot.problem.ProblemException;
import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;

/**
 * Finished work on this machine, found by build key. For several threads and processes at once.
 *
 * <p>An entry is there whole or not at all, and is verified whenever it is looked up. Whoever finds
 * none takes the key's {@linkplain #lock lock}, looks again, builds into a {@linkplain #scratch
 * scratch folder} and puts the result in place.
 */
public final class Store {
  private static final String ENTRIES = "entries";
  private static final String LOCKS = "locks";
  private static final String SCRATCH = "scratch";
  private static final String MEMORY = "memory";
  private static final Set<String> OURS = Set.of(ENTRIES, LOCKS, SCRATCH, MEMORY);

  private final Path root;
  private final StoreFiles files;
  private final StoreEntries entries;
  private final ScratchSpace scratchSpace;

  private Store(Path root, StoreFiles files) {
    this.root = root;
    this.files = files;
    this.scratchSpace = new ScratchSpace(root.resolve(SCRATCH));
    this.entries = new StoreEntries(root.resolve(ENTRIES), scratchSpace, files);
  }

  /**
   * Opens the store, makes it when it is missing, and removes what killed runs left.
   *
   * @param root its folder; readable for its owner only from then on
   * @return the store
   * @throws ProblemException {@code store-unusable} when the folder cannot be used, or holds
   *     something else
   * @throws CancelledException when the thread is interrupted
   */
  public static Store open(Path root) {
    return open(root, StoreFiles.DISK);
  }

  static Store open(Path root, StoreFiles files) {
    Path place = root.toAbsolutePath().normalize();
    try {
      prepare(place);
      Store store = new Store(place.toRealPath(), files);
      store.scratchSpace.sweep();
      return store;
    } catch (IOException e) {
      throw StoreProblems.unusable(place, "the store cannot be used", e);
    } catch (InterruptedException e) {
      throw cancelled("opening the store");
    }
  }

  private static void prepare(Path root) throws IOException {
    Files.createDirectories(root);
    try (DirectoryStream<Path> list = Files.newDirectoryStream(root)) {
      for (Path path : list) {
        String name = path.getFileName().toString();
        if (!OURS.contains(name)) {
          throw StoreProblems.notAStore(root, name);
        }
      }
    }
    if (FileFacts.mode(root) != 0700) {
      FileFacts.setMode(root, 0700);
    }
    for (String name : OURS) {
      Files.createDirectories(root.resolve(name));
    }
  }

  /**
   * Where the store lies.
   *
   * @return its real path
   */
  public Path root() {
    return root;
  }

  /**
   * Looks a key up and verifies what is found. Changes nothing.
   *
   * @param key the key
   * @return what is there
   */
  public Lookup find(BuildKey key) {
    return entries.find(key);
  }

  /**
   * Takes the right to make a key's entry, waiting while another run has it.
   *
   * @param key the key
   * @param wait how long, and whom to tell
   * @return the lock
   * @throws ProblemException {@code store-busy} when the wait was over, {@code store-unusable} when
   *     the disk fails
   * @throws CancelledException when the thread is interrupted
   */
  public KeyLock lock(BuildKey key, LockWait wait) {
    Path file = root.resolve(LOCKS).resolve(key.sha256());
    try {
      ProcessLock lock =
          ProcessLock.acquire(file, wait).orElseThrow(() -> StoreProblems.busy(file, wait.limit()));
      return new KeyLock(entries, key, lock);
    } catch (IOException e) {
      throw StoreProblems.unusable(file, "a result could not be locked", e);
    } catch (InterruptedException e) {
      throw cancelled("waiting for another run");
    }
  }

  /**
   * A private folder on the store's disk.
   *
   * @return the folder, to be closed by the caller
   * @throws ProblemException {@code store-unusable} when the disk fails
   * @throws CancelledException when the thread is interrupted
   */
  public Scratch scratch() {
    try {
      return scratchSpace.open();
    } catch (IOException e) {
      throw StoreProblems.unusable(root, "no scratch folder could be made", e);
    } catch (InterruptedException e) {
      throw cancelled("making a scratch folder");
    }
  }

  /**
   * What is remembered in a scope.
   *
   * @param scope what tells these names from others, such as the real path of a repository
   * @return its memory
   */
  public KeyMemory memory(String scope) {
    return new KeyMemory(root.resolve(MEMORY), scope, scratchSpace, files);
  }

  private static CancelledException cancelled(String what) {
    Thread.currentThread().interrupt();
    return new CancelledException(what);
  }
}
