package dev.ocelot.packaging.source;

import java.time.Duration;

/**
 * What one file may cost.
 *
 * @param bytes how large it may be
 * @param time from start to end
 * @param stall without any byte, or with hardly any
 */
public record SourceLimits(long bytes, Duration time, Duration stall) {
  /** For what people declare as a source: 4 GB in an hour, a minute of silence. */
  public static final SourceLimits USUAL =
      new SourceLimits(4L << 30, Duration.ofHours(1), Duration.ofMinutes(1));
}
