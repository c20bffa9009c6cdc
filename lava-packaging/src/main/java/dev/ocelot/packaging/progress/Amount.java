package dev.ocelot.packaging.progress;

/**
 * How much there is to do.
 *
 * @param total 0 or more, or {@link #UNKNOWN}
 * @param unit what is counted
 */
public record Amount(long total, Unit unit) {
  /** The total of work that ends when it ends. */
  public static final long UNKNOWN = -1;

  /** What is counted. */
  public enum Unit {
    /** Bytes, shown as kB, MB and GB. */
    BYTES,
    /** Things of any kind. */
    ITEMS
  }

  /** Refuses other negative totals. */
  public Amount {
    if (total < UNKNOWN) {
      throw new IllegalArgumentException("less than nothing to do: " + total);
    }
  }

  /**
   * Bytes.
   *
   * @param total 0 or more, or {@link #UNKNOWN}
   * @return the amount
   */
  public static Amount bytes(long total) {
    return new Amount(total, Unit.BYTES);
  }

  /**
   * Things of any kind.
   *
   * @param total 0 or more
   * @return the amount
   */
  public static Amount items(long total) {
    return new Amount(total, Unit.ITEMS);
  }

  /**
   * Nothing can be said but that it goes on.
   *
   * @return the amount
   */
  public static Amount unknown() {
    return new Amount(UNKNOWN, Unit.ITEMS);
  }
}
