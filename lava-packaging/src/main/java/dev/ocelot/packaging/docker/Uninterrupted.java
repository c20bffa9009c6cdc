package dev.ocelot.packaging.docker;

import java.util.function.Supplier;

/** Does what must be done on a thread that may have been interrupted, and leaves it so. */
final class Uninterrupted {
  private Uninterrupted() {}

  static <T> T call(Supplier<T> work) {
    boolean interrupted = Thread.interrupted();
    try {
      return work.get();
    } finally {
      if (interrupted) {
        Thread.currentThread().interrupt();
      }
    }
  }
}
