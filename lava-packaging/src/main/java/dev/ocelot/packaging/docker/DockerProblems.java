package dev.ocelot.packaging.docker;

import dev.ocelot.problem.ProblemId;

/** The kinds of problem that an engine gives. */
public final class DockerProblems {
  /** No engine answers. */
  public static final ProblemId UNAVAILABLE = ProblemId.environment("docker-unavailable");

  /** The engine answers, and refuses. */
  public static final ProblemId FAILED = ProblemId.environment("docker-failed");

  /** A Dockerfile does not build. */
  public static final ProblemId IMAGE_BUILD_FAILED = ProblemId.user("image-build-failed");

  private DockerProblems() {}
}
