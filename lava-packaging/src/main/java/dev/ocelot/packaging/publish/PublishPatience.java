package dev.ocelot.packaging.publish;

/**
 * How a run waits, and how much it does at once.
 *
 * @param retry how often calls are tried
 * @param lock how locks are waited for
 * @param parallel the most layers and regions at once, at least 1
 */
public record PublishPatience(RetryPolicy retry, LockPatience lock, int parallel) {
  /** Sixteen at once: they wait for the network, not for a processor. */
  public static final PublishPatience DEFAULT =
      new PublishPatience(RetryPolicy.DEFAULT, LockPatience.DEFAULT, 16);
}
