package dev.ocelot.packaging.source;

import java.io.IOException;
import java.util.function.LongSupplier;

/**
 * Gives up on bytes that come one by one: a server may keep a connection alive for ever with them.
 */
final class Pace {
  /** Fewer than this within the stall limit is as good as nothing. */
  private static final long LEAST = 1 << 12;

  private final SourceLimits limits;
  private final LongSupplier nanos;
  private final long began;
  private long windowBegan;
  private long windowCount;

  Pace(SourceLimits limits, LongSupplier nanos) {
    this.limits = limits;
    this.nanos = nanos;
    this.began = nanos.getAsLong();
    this.windowBegan = began;
  }

  /**
   * Looks at the clock.
   *
   * @param count of bytes so far
   * @throws IOException when that is too few
   */
  void check(long count) throws IOException {
    long now = nanos.getAsLong();
    if (now - began > limits.time().toNanos()) {
      throw new IOException("it takes longer than " + limits.time().toSeconds() + " s");
    }
    if (now - windowBegan > limits.stall().toNanos()) {
      if (count - windowCount < LEAST) {
        throw new IOException(
            "fewer than " + LEAST + " bytes came in " + limits.stall().toSeconds() + " s");
      }
      windowBegan = now;
      windowCount = count;
    }
  }
}
