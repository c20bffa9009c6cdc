package dev.ocelot.packaging.publish;

import dev.ocelot.problem.Problem;
import dev.ocelot.problem.Remedy;

/** Says what a failed call means for a person. */
public final class Failures {
  private Failures() {}

  static Problem problem(BuiltLayer layer, Region region, LayerServiceException failure) {
    return Problem.error(
            PublishProblems.PUBLISH_FAILED,
            layer.name() + " in " + region + ": " + failure.getMessage())
        .withRemedy(Remedy.advice(advice(failure.fault())));
  }

  /**
   * A call that failed on the way to an account of what is published.
   *
   * @param what what could not be done, such as {@code ocel-amd64-x in eu-west-1 cannot be listed}
   * @param failure what the service said
   * @return the problem
   */
  public static Problem problem(String what, LayerServiceException failure) {
    return Problem.error(PublishProblems.SERVICE_FAILED, what + ": " + failure.getMessage())
        .withRemedy(Remedy.advice(advice(failure.fault())));
  }

  private static String advice(LayerServiceException.Fault fault) {
    return switch (fault) {
      case TRANSIENT, OUTCOME_UNKNOWN, NOT_FOUND ->
          "run the same command again; what was done already is not done twice";
      case DENIED -> "grant these credentials the permissions that docs/ci/README.md lists";
      case INVALID -> "change what the service refuses, and run the same command again";
      case UNAVAILABLE -> "mend what the message names, and run the same command again";
    };
  }
}
