package dev.ocelot.packaging.publish;

import java.time.Duration;
import java.time.Instant;

/** Time, passed in so that tests need none of it. */
public interface Timing {

  /** The time of this machine. */
  Timing SYSTEM =
      new Timing() {
        @Override
        public long nanos() {
          return System.nanoTime();
        }

        @Override
        public Instant now() {
          return Instant.now();
        }

        @Override
        public void sleep(Duration pause) throws InterruptedException {
          Thread.sleep(pause.toMillis());
        }
      };

  /**
   * A clock that only goes forward, for measuring.
   *
   * @return nanoseconds since some moment
   */
  long nanos();

  /**
   * The time of day, for rows of the table only.
   *
   * @return now
   */
  Instant now();

  /**
   * Waits.
   *
   * @param pause how long
   * @throws InterruptedException when the thread is interrupted
   */
  void sleep(Duration pause) throws InterruptedException;
}
