package dev.ocelot.packaging.publish;

import dev.ocelot.problem.Problem;
import dev.ocelot.problem.Remedy;

/** Says what a failed call means for a person. */
final class Failures {
  private Failures() {}

  static Problem problem(BuiltLayer layer, Region region, LayerServiceException failure) {
    return Problem.error(
            PublishProblems.PUBLISH_FAILED,
            layer.name() + " in " + region + ": " + failure.getMessage())
        .withRemedy(Remedy.advice(advice(failure.fault())));
  }

  private static String advice(LayerServiceException.Fault fault) {
    return switch (fault) {
      case TRANSIENT, OUTCOME_UNKNOWN, NOT_FOUND ->
          "run the same command again; what is published already is not published twice";
      case DENIED -> "grant these credentials the permissions that the manual lists for publishing";
      case INVALID -> "change what the service refuses, and run the same command again";
      case UNAVAILABLE -> "mend what the message names, and run the same command again";
    };
  }
}
