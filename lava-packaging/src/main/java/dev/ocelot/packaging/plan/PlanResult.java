package dev.ocelot.packaging.plan;

import dev.ocelot.packaging.process.CancelledException;
import dev.ocelot.problem.Problem;
import dev.ocelot.problem.ProblemException;
import java.util.ArrayList;
import java.util.List;

/**
 * How a plan ended.
 *
 * @param steps a result for each step, in the plan's order
 * @param warnings what went wrong without failing a step, such as a damaged entry
 */
public record PlanResult(List<StepResult> steps, List<Problem> warnings) {
  /** Keeps copies. */
  public PlanResult {
    steps = List.copyOf(steps);
    warnings = List.copyOf(warnings);
  }

  /**
   * The result of a step.
   *
   * @param id a step of the plan
   * @return its result
   */
  public StepResult of(StepId id) {
    return steps.stream()
        .filter(result -> result.id().equals(id))
        .findFirst()
        .orElseThrow(() -> new IllegalArgumentException("no such step: " + id));
  }

  /**
   * Ends the call when a step failed or was cancelled.
   *
   * @throws ProblemException with the problems of all failed steps in the plan's order; the first
   *     cause goes along for a stack trace
   * @throws CancelledException when nothing failed but the run was interrupted
   */
  public void throwIfFailed() {
    List<Problem> problems = new ArrayList<>();
    Throwable cause = null;
    boolean cancelled = false;
    for (StepResult result : steps) {
      if (result instanceof StepResult.Failed failed) {
        problems.addAll(failed.problems());
        cause = cause == null ? failed.cause() : cause;
      }
      cancelled |= result instanceof StepResult.Cancelled;
    }
    if (!problems.isEmpty()) {
      ProblemException failure = new ProblemException(problems);
      if (cause != null) {
        failure.initCause(cause);
      }
      throw failure;
    }
    if (cancelled) {
      throw new CancelledException("the run");
    }
  }
}
