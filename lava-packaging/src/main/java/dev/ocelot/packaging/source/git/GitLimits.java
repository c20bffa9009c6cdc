package dev.ocelot.packaging.source.git;

import java.time.Duration;

/**
 * How long git may take.
 *
 * @param network for one exchange with a repository, from start to end
 * @param stall within it, without a byte
 * @param local for one command that reads the cache
 */
public record GitLimits(Duration network, Duration stall, Duration local) {
  /** Half an hour for a repository, three minutes of silence, five minutes for the cache. */
  public static final GitLimits USUAL =
      new GitLimits(Duration.ofMinutes(30), Duration.ofMinutes(3), Duration.ofMinutes(5));
}
