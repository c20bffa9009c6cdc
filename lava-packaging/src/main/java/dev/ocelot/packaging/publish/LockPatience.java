package dev.ocelot.packaging.publish;

import java.time.Duration;

/**
 * How locks are waited for. An owner proves that it is alive by raising a counter; nobody's clock
 * is trusted but the waiter's own.
 *
 * @param lease how long the counter may stand still before the lock is taken over
 * @param beat how often an owner raises it, well below the lease
 * @param poll how often a waiter looks
 * @param longest how long a living owner is waited for
 */
public record LockPatience(Duration lease, Duration beat, Duration poll, Duration longest) {
  /** Takes over after a minute of silence, and waits for half an hour at most. */
  public static final LockPatience DEFAULT =
      new LockPatience(
          Duration.ofSeconds(60),
          Duration.ofSeconds(10),
          Duration.ofSeconds(1),
          Duration.ofMinutes(30));
}
