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

  /** What holds the layers did not answer, or did not do what it was told. */
  public static final ProblemId SERVICE_FAILED = ProblemId.environment("layer-service-failed");

  /** A layer is not in a region where it should be. */
  public static final ProblemId NOT_PUBLISHED = ProblemId.user("not-published");

  /** What is published is not what should be. */
  public static final ProblemId PUBLISHED_DIFFERS = ProblemId.user("published-differs");

  private PublishProblems() {}
}
