package dev.ocelot.packaging.plan;

/**
 * What a run would do with a step.
 *
 * @param id the step
 * @param action what would happen
 * @param reason why; empty for a reuse
 */
public record Forecast(StepId id, Action action, String reason) {
  /** What would happen. */
  public enum Action {
    /** The store has the result. */
    REUSE,
    /** The step would run. */
    BUILD
  }
}
