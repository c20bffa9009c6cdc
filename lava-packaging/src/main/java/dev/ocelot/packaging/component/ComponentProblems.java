package dev.ocelot.packaging.component;

import dev.ocelot.problem.ProblemId;

/** The kinds of problem that building a component gives. */
public final class ComponentProblems {
  /** A build script failed, took too long, or left nothing. */
  public static final ProblemId BUILD_FAILED = ProblemId.user("build-failed");

  /** What is here is not what the declared tag names. */
  static final ProblemId TAG_MISMATCH = ProblemId.user("tag-mismatch");

  private ComponentProblems() {}
}
