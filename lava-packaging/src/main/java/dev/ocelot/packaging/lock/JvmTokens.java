package dev.ocelot.packaging.lock;

import java.time.Duration;
import java.util.Arrays;
import java.util.stream.Collectors;

/**
 * Tokens that every thread of this JVM counts together, whichever class loader it runs in.
 *
 * <p>A build tool may load this class several times in one JVM (one realm for each version of a
 * plugin, or for each build of a daemon), so a static field would be counted several times. What
 * all loaders do share are interned strings and system properties. The count is therefore kept as
 * plain text in a system property, guarded by the monitor of the property's interned name. The name
 * holds the process id, so that a JVM that is started with a copy of our properties does not take
 * over our count. The property is gone when nothing is taken.
 *
 * <p>Several kinds of token are taken in one step, all or none, so that two takers cannot each hold
 * half of what both need.
 */
public final class JvmTokens {
  private final String property;
  private final Object monitor;
  private final int[] limits;

  /**
   * Names a set of tokens. Two objects with one name count together; each holds to its own limits.
   *
   * @param name the name, the same in every class realm
   * @param limits how many of each kind may be taken at once, at least one each
   */
  public JvmTokens(String name, int... limits) {
    this.property = "dev.ocelot.tokens." + ProcessHandle.current().pid() + "." + name;
    this.monitor = property.intern();
    this.limits = limits.clone();
    if (limits.length == 0 || Arrays.stream(limits).anyMatch(limit -> limit < 1)) {
      throw new IllegalArgumentException("limits must be positive: " + Arrays.toString(limits));
    }
  }

  /**
   * Takes tokens, waiting until enough are free.
   *
   * @param wait how long to wait at most; zero tries once
   * @param amounts how many of each kind; more than the limit counts as the limit
   * @return whether they were taken
   * @throws InterruptedException when the thread is interrupted while it waits
   */
  public boolean acquire(Duration wait, int... amounts) throws InterruptedException {
    int[] wanted = clamped(amounts);
    long end = System.nanoTime() + wait.toNanos();
    synchronized (monitor) {
      while (!free(wanted)) {
        long left = end - System.nanoTime();
        if (left <= 0) {
          return false;
        }
        monitor.wait(left / 1_000_000, (int) (left % 1_000_000));
      }
      add(wanted, 1);
      return true;
    }
  }

  /**
   * Gives tokens back.
   *
   * @param amounts what was taken
   */
  public void release(int... amounts) {
    synchronized (monitor) {
      add(clamped(amounts), -1);
      monitor.notifyAll();
    }
  }

  private int[] clamped(int[] amounts) {
    if (amounts.length != limits.length || Arrays.stream(amounts).anyMatch(amount -> amount < 0)) {
      throw new IllegalArgumentException("amounts do not fit: " + Arrays.toString(amounts));
    }
    int[] result = new int[limits.length];
    for (int i = 0; i < result.length; i++) {
      result[i] = Math.min(amounts[i], limits[i]);
    }
    return result;
  }

  private boolean free(int[] wanted) {
    int[] taken = taken();
    for (int i = 0; i < wanted.length; i++) {
      if (wanted[i] > 0 && taken[i] + wanted[i] > limits[i]) {
        return false;
      }
    }
    return true;
  }

  private void add(int[] amounts, int sign) {
    int[] taken = taken();
    for (int i = 0; i < taken.length; i++) {
      // A daemon resets the system properties between builds; a late release must not go below
      // zero.
      taken[i] = Math.max(0, taken[i] + sign * amounts[i]);
    }
    if (Arrays.stream(taken).allMatch(count -> count == 0)) {
      System.clearProperty(property);
    } else {
      System.setProperty(
          property,
          Arrays.stream(taken).mapToObj(String::valueOf).collect(Collectors.joining(",")));
    }
  }

  private int[] taken() {
    String text = System.getProperty(property, "");
    if (text.isEmpty()) {
      return new int[limits.length];
    }
    int[] counts = Arrays.stream(text.split(",", -1)).mapToInt(Integer::parseInt).toArray();
    return Arrays.copyOf(counts, limits.length);
  }
}
