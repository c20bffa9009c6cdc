package dev.ocelot.packaging.plan;

import dev.ocelot.packaging.lock.JvmTokens;
import java.time.Duration;
import java.util.function.Supplier;

/**
 * The processors and emulations that all plans of this JVM may use together, however many run at
 * once and whichever class realm they run in.
 */
public final class Budget {
  /** More than any step may take: whoever holds the budget longer never gives it back. */
  private static final Duration LIMIT = Duration.ofDays(2);

  private final Resources limits;
  private final JvmTokens tokens;

  /**
   * A share in the budget that goes by a name.
   *
   * @param name the same for all who share
   * @param limits at least one of each
   */
  public Budget(String name, Resources limits) {
    this.limits = limits;
    this.tokens = new JvmTokens("budget." + name, limits.cpus(), limits.emulations());
  }

  /**
   * The budget of this machine: all processors, emulations on half of them, as an emulated compiler
   * also needs several times the memory.
   *
   * @return the budget that every plan shares
   */
  public static Budget ofMachine() {
    int cpus = Runtime.getRuntime().availableProcessors();
    return new Budget("machine", new Resources(cpus, Math.max(1, cpus / 2)));
  }

  /**
   * How much there is.
   *
   * @return the limits
   */
  public Resources limits() {
    return limits;
  }

  /**
   * Does work within the budget: takes what it needs all at once, waiting until it is there, and
   * gives it back at the end. More than there is counts as all there is.
   *
   * @param wanted what the work needs
   * @param work the work
   * @param <T> what comes of it
   * @return what came of it
   * @throws InterruptedException when the thread is interrupted while it waits
   */
  public <T> T during(Resources wanted, Supplier<T> work) throws InterruptedException {
    if (!tokens.acquire(LIMIT, wanted.cpus(), wanted.emulations())) {
      throw new IllegalStateException("nobody gave back what was taken of the budget");
    }
    try {
      return work.get();
    } finally {
      tokens.release(wanted.cpus(), wanted.emulations());
    }
  }
}
