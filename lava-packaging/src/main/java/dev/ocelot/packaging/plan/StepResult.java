package dev.ocelot.packaging.plan;

import dev.ocelot.packaging.store.StoreEntry;
import dev.ocelot.problem.Problem;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** How a step ended. */
public sealed interface StepResult {
  /**
   * Which step.
   *
   * @return its name
   */
  StepId id();

  /** There is an entry afterwards. */
  sealed interface Done extends StepResult permits Reused, Built {
    /**
     * The result.
     *
     * @return a verified entry
     */
    StoreEntry entry();
  }

  /**
   * The store had it.
   *
   * @param id the step
   * @param entry the result
   */
  record Reused(StepId id, StoreEntry entry) implements Done {}

  /**
   * It was made.
   *
   * @param id the step
   * @param entry the result
   * @param reason why it was not there, such as {@code patches/a.patch changed}
   */
  record Built(StepId id, StoreEntry entry, String reason) implements Done {}

  /**
   * It could not be made.
   *
   * @param id the step
   * @param reason why it had to be made
   * @param problems what went wrong, at least one error
   * @param cause for a stack trace, where there is one
   */
  record Failed(StepId id, String reason, List<Problem> problems, @Nullable Throwable cause)
      implements StepResult {
    /** Keeps a copy. */
    public Failed {
      problems = List.copyOf(problems);
    }
  }

  /**
   * It was not tried, because a step before it failed.
   *
   * @param id the step
   * @param because the step that failed
   */
  record Skipped(StepId id, StepId because) implements StepResult {}

  /**
   * It was ended or never begun, because the run was interrupted or another step failed.
   *
   * @param id the step
   */
  record Cancelled(StepId id) implements StepResult {}
}
