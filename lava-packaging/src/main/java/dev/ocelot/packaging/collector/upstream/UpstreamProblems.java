package dev.ocelot.packaging.collector.upstream;

import dev.ocelot.problem.Location;
import dev.ocelot.problem.Problem;
import dev.ocelot.problem.ProblemId;
import dev.ocelot.problem.Remedy;

/** The kinds of problem that an upstream collector gives. */
public final class UpstreamProblems {
  /** An upstream is not the collector that can be built here. */
  public static final ProblemId INVALID = ProblemId.user("upstream-invalid");

  private static final Remedy OTHER =
      Remedy.advice(
          "Name an upstream and a ref whose collector folder is that of opentelemetry-lambda, such"
              + " as a layer-collector tag");

  private UpstreamProblems() {}

  static Problem invalid(Location where, String message, String got, String expected) {
    return Problem.error(INVALID, message).at(where).comparing(got, expected).withRemedy(OTHER);
  }

  static Problem wrapper(Location where, String message, String got, String expected) {
    return Problem.error(ProblemId.CONFIG_INVALID, message).at(where).comparing(got, expected);
  }
}
