package dev.ocelot.packaging.publish;

import java.time.Duration;

/**
 * How often a call is tried, and how long between.
 *
 * @param attempts the most attempts, at least 1
 * @param first the pause after the first failed attempt; each further pause is twice as long
 * @param longest the longest pause
 * @param total after this long no new attempt is begun
 */
public record RetryPolicy(int attempts, Duration first, Duration longest, Duration total) {
  /** Eight attempts within five minutes. */
  public static final RetryPolicy DEFAULT =
      new RetryPolicy(8, Duration.ofMillis(500), Duration.ofSeconds(30), Duration.ofMinutes(5));

  /** Refuses what could never try. */
  public RetryPolicy {
    if (attempts < 1) {
      throw new IllegalArgumentException("at least one attempt");
    }
  }

  /**
   * The pause after a failed attempt.
   *
   * @param failed how many attempts failed, at least 1
   * @param share from 0 to 1: which part of the pause's second half is waited, so that callers that
   *     failed together do not come back together
   * @return the pause
   */
  Duration pause(int failed, double share) {
    long nanos = Math.min(first.toNanos() << Math.min(failed - 1, 20), longest.toNanos());
    long half = nanos / 2;
    return Duration.ofNanos(half + (long) (half * share));
  }
}
