package dev.ocelot.packaging.publish;

import dev.ocelot.packaging.publish.LayerServiceException.Fault;
import java.time.Duration;
import java.util.Optional;
import java.util.function.DoubleSupplier;

/**
 * Calls a service until it answers, within limits.
 *
 * @param policy the limits
 * @param timing measures and waits
 * @param shares numbers from 0 to 1 that spread the pauses
 */
record Retries(RetryPolicy policy, Timing timing, DoubleSupplier shares) {

  /** A call to a service. */
  interface Call<T> {
    T run() throws LayerServiceException;
  }

  /** Finds out what a call did whose answer was lost. */
  interface Look<T> {
    Optional<T> find() throws LayerServiceException;
  }

  /** A call without an answer. */
  interface Action {
    void run() throws LayerServiceException;
  }

  /** Calls what may run any number of times with the same effect. */
  <T> T repeatable(Call<T> call) throws LayerServiceException {
    return once(call, Optional::empty);
  }

  /** Does what may be done any number of times with the same effect. */
  void repeatable(Action action) throws LayerServiceException {
    repeatable(
        () -> {
          action.run();
          return true;
        });
  }

  /**
   * Calls what must have its effect once: when an answer is lost, looks for the effect before
   * calling again.
   */
  <T> T once(Call<T> call, Look<T> look) throws LayerServiceException {
    long start = timing.nanos();
    for (int attempt = 1; ; attempt++) {
      try {
        return call.run();
      } catch (LayerServiceException e) {
        if (e.fault() == Fault.OUTCOME_UNKNOWN) {
          Optional<T> found = look.find();
          if (found.isPresent()) {
            return found.get();
          }
        } else if (e.fault() != Fault.TRANSIENT) {
          throw e;
        }
        Duration pause = policy.pause(attempt, shares.getAsDouble());
        long spent = timing.nanos() - start + pause.toNanos();
        if (attempt >= policy.attempts() || spent > policy.total().toNanos()) {
          throw e;
        }
        sleep(pause);
      }
    }
  }

  /** Waits; an interruption ends the whole work. */
  void sleep(Duration pause) throws LayerServiceException {
    try {
      timing.sleep(pause);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new LayerServiceException(Fault.UNAVAILABLE, "interrupted while waiting", e);
    }
  }
}
