package dev.ocelot.packaging.progress;

import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;

/** Beats from time to time for as long as there is something to show. */
interface Pulse {

  /** Beats until the beat says that it was the last. */
  void start(BooleanSupplier beat);

  /** Beats on a daemon thread of its own, which ends with the last beat. */
  static Pulse every(Duration period) {
    return beat -> {
      Thread thread = new Thread(() -> run(beat, period), "progress");
      thread.setDaemon(true);
      thread.start();
    };
  }

  private static void run(BooleanSupplier beat, Duration period) {
    try {
      do {
        TimeUnit.MILLISECONDS.sleep(period.toMillis());
      } while (beat.getAsBoolean());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
