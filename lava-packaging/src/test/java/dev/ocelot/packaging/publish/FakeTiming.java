package dev.ocelot.packaging.publish;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** Time that passes only when somebody waits. Safe for several threads. */
public final class FakeTiming implements Timing {
  private final List<Duration> pauses = new ArrayList<>();
  private final Runnable onSleep;
  private long nanos;

  /** Time in which nothing happens. */
  public FakeTiming() {
    this(() -> {});
  }

  /**
   * Time in which something happens.
   *
   * @param onSleep runs whenever somebody waits
   */
  public FakeTiming(Runnable onSleep) {
    this.onSleep = onSleep;
  }

  @Override
  public synchronized long nanos() {
    return nanos;
  }

  @Override
  public synchronized Instant now() {
    return Instant.parse("2026-01-02T03:04:05.678901Z").plusNanos(nanos);
  }

  @Override
  public void sleep(Duration pause) throws InterruptedException {
    synchronized (this) {
      pauses.add(pause);
      nanos += pause.toNanos();
    }
    onSleep.run();
    if (Thread.interrupted()) {
      throw new InterruptedException();
    }
  }

  /**
   * What was waited.
   *
   * @return each pause, in order
   */
  public synchronized List<Duration> pauses() {
    return List.copyOf(pauses);
  }
}
