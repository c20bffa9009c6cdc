package dev.ocelot.packaging.publish;

import dev.ocelot.problem.ProblemId;

/** The kinds of problem that publishing has of its own. */
public final class PublishProblems {
  /** A layer could not be published to a region. */
  public static final ProblemId PUBLISH_FAILED = ProblemId.environment("publish-failed");

  /** Nothing says what to publish: the module that should have built it did not. */
  public static final ProblemId ARTIFACTS_MISSING = ProblemId.user("artifacts-missing");

  /** A file is not the one that was built. */
  public static final ProblemId ARTIFACT_CHANGED = ProblemId.user("artifact-changed");

  /** A layer is larger, or named longer, than the service takes. */
  public static final ProblemId LAYER_REFUSED = ProblemId.user("layer-refused");

  /** The credentials belong to another account than the one that is set. */
  public static final ProblemId WRONG_ACCOUNT = ProblemId.user("wrong-account");

  private PublishProblems() {}
}
