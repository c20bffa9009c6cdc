package dev.ocelot.packaging.store;

import dev.ocelot.packaging.lock.ProcessLock;
import java.nio.file.Path;

/**
 * The right to make the entry of one key. While it is held no other run builds the same thing, and
 * only its holder changes the entry.
 */
public final class KeyLock implements AutoCloseable {
  private final StoreEntries entries;
  private final BuildKey key;
  private final ProcessLock lock;

  KeyLock(StoreEntries entries, BuildKey key, ProcessLock lock) {
    this.entries = entries;
    this.key = key;
    this.lock = lock;
  }

  /**
   * Looks again, now that nobody else is at it: the run that was waited for may have made the
   * entry. A damaged entry is removed.
   *
   * @return what is there; after {@link Lookup.Damaged} nothing is
   */
  public Lookup find() {
    Lookup found = entries.find(key);
    if (found instanceof Lookup.Damaged) {
      entries.remove(key);
    }
    return found;
  }

  /**
   * Makes the entry in one step: either all of it is there afterwards or nothing.
   *
   * @param filled a folder below a {@link Scratch}, holding regular files in folders only; it moves
   *     into the store
   * @return the entry
   * @throws dev.ocelot.problem.ProblemException {@code store-unusable} when the disk is full or
   *     fails; nothing is left of the entry then
   */
  public StoreEntry put(Path filled) {
    return entries.put(key, filled);
  }

  @Override
  public void close() {
    lock.close();
  }
}
