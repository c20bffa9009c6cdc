package dev.ocelot.packaging.process;

import java.time.Duration;

/**
 * How long a process may take.
 *
 * @param time from its start to its end
 * @param stall without a byte in either direction; as long as {@code time} where silence is normal
 * @param grace from the polite signal to the one that cannot be refused, and for the output that is
 *     still in the pipe after the end
 */
public record ProcessLimits(Duration time, Duration stall, Duration grace) {
  private static final Duration GRACE = Duration.ofSeconds(5);

  /** Every wait has a limit. */
  public ProcessLimits {
    if (time.isNegative() || time.isZero() || stall.isNegative() || stall.isZero()) {
      throw new IllegalArgumentException("a process needs time: " + time + ", " + stall);
    }
  }

  /**
   * A limit in all; silence is allowed.
   *
   * @param time from start to end
   * @return the limits
   */
  public static ProcessLimits of(Duration time) {
    return new ProcessLimits(time, time, GRACE);
  }

  /**
   * The same, with a limit for silence.
   *
   * @param silence without a byte in either direction
   * @return a copy
   */
  public ProcessLimits withStall(Duration silence) {
    return new ProcessLimits(time, silence, grace);
  }

  /**
   * The same with another grace.
   *
   * @param patience from the polite signal to the one that cannot be refused
   * @return a copy
   */
  public ProcessLimits withGrace(Duration patience) {
    return new ProcessLimits(time, stall, patience);
  }
}
