package dev.ocelot.packaging.collector.verify;

import dev.ocelot.problem.ProblemId;

/** The kinds of problem that a finished layer gives. */
final class VerifyProblems {
  /** A layer is not what it was declared to be. */
  static final ProblemId LAYER_INVALID = ProblemId.user("layer-invalid");

  private VerifyProblems() {}
}
