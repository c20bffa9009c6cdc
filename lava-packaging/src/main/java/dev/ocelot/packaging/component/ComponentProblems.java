package dev.ocelot.packaging.component;

import dev.ocelot.problem.ProblemId;

/** The kinds of problem that building a component gives. */
public final class ComponentProblems {
  /** A build script failed, took too long, or left nothing. */
  public static final ProblemId BUILD_FAILED = ProblemId.user("build-failed");

  private ComponentProblems() {}
}
