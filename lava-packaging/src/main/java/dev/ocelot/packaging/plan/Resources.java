package dev.ocelot.packaging.plan;

/**
 * What a step takes of the machine while it runs.
 *
 * @param cpus processors that it keeps busy
 * @param emulations programs of another architecture that it runs at once
 */
public record Resources(int cpus, int emulations) {
  /** One processor, nothing emulated. */
  public static final Resources ONE_CPU = new Resources(1, 0);

  /** One processor, on which another architecture is emulated. */
  public static final Resources EMULATED = new Resources(1, 1);

  /** Refuses negative amounts. */
  public Resources {
    if (cpus < 0 || emulations < 0) {
      throw new IllegalArgumentException("negative resources");
    }
  }
}
