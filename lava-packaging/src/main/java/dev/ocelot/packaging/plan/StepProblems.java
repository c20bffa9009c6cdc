package dev.ocelot.packaging.plan;

import dev.ocelot.problem.ProblemId;

/** The kinds of problem that steps of every kind of artifact give. */
public final class StepProblems {
  /** What was to be built failed, took too long, or left nothing. */
  public static final ProblemId BUILD_FAILED = ProblemId.user("build-failed");

  private StepProblems() {}
}
