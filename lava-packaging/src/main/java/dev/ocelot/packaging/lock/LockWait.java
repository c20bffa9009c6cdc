package dev.ocelot.packaging.lock;

import java.time.Duration;
import java.util.function.Consumer;

/**
 * How long to wait for a lock, and whom to tell.
 *
 * @param limit the longest wait
 * @param onWait told once, when the lock turns out to be held, by whom
 */
public record LockWait(Duration limit, Consumer<String> onWait) {

  /**
   * A silent wait.
   *
   * @param limit the longest wait
   * @return the wait
   */
  public static LockWait silent(Duration limit) {
    return new LockWait(limit, holder -> {});
  }
}
