package dev.ocelot.packaging.plan;

import dev.ocelot.packaging.process.CancelledException;
import dev.ocelot.problem.Problem;
import dev.ocelot.problem.ProblemException;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

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
   * Everything that went wrong, each thing once: two steps may have failed for one reason.
   *
   * @return the warnings, then the problems of failed steps in the plan's order
   */
  public List<Problem> problems() {
    Set<Problem> all = new LinkedHashSet<>(warnings);
    for (StepResult result : steps) {
      if (result instanceof StepResult.Failed failed) {
        all.addAll(failed.problems());
      }
    }
    return List.copyOf(all);
  }

  /**
   * Ends the call when a step failed or was cancelled.
   *
   * @throws ProblemException with the problems of all failed steps in the plan's order; the first
   *     cause goes along for a stack trace
   * @throws CancelledException when nothing failed but the run was interrupted
   */
  public void throwIfFailed() {
    List<Problem> errors = problems().stream().filter(Problem::isError).toList();
    if (!errors.isEmpty()) {
      ProblemException failure = new ProblemException(errors);
      causes().findFirst().ifPresent(failure::initCause);
      throw failure;
    }
    if (steps.stream().anyMatch(StepResult.Cancelled.class::isInstance)) {
      throw new CancelledException("the run");
    }
  }

  private Stream<Throwable> causes() {
    return steps.stream()
        .filter(StepResult.Failed.class::isInstance)
        .map(result -> ((StepResult.Failed) result).cause())
        .flatMap(Stream::ofNullable);
  }
}
