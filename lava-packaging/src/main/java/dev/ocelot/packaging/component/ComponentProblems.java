package dev.ocelot.packaging.component;

import dev.ocelot.problem.ProblemId;
import dev.ocelot.problem.Remedy;

/** The kinds of problem that building a component gives. */
public final class ComponentProblems {
  /** A build script failed, took too long, or left nothing. */
  public static final ProblemId BUILD_FAILED = ProblemId.user("build-failed");

  /** What to do about a disk that is full or a folder that cannot be written. */
  static final Remedy MAKE_ROOM =
      Remedy.advice("free space on that disk or mend the folder, then run again");

  private ComponentProblems() {}
}
