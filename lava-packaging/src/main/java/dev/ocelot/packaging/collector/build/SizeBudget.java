package dev.ocelot.packaging.collector.build;

import dev.ocelot.packaging.artifact.Publication;
import dev.ocelot.problem.Problem;
import dev.ocelot.problem.ProblemId;
import dev.ocelot.problem.Remedy;
import java.util.Optional;

/**
 * Holds layers to what can be loaded, and says in time that one comes near it.
 *
 * @param most bytes that a layer's files may have
 */
public record SizeBudget(long most) {
  /** A layer is larger than can be loaded, or nearly so. */
  public static final ProblemId LAYER_TOO_LARGE = ProblemId.user("layer-too-large");

  /** What AWS Lambda loads. */
  public static final SizeBudget OF_LAMBDA = new SizeBudget(Publication.Layer.MOST_UNPACKED_BYTES);

  private static final long NEAR_PERCENT = 90;
  private static final Remedy REMEDY =
      Remedy.advice("leave out components that the distribution can do without");

  /**
   * Checks a layer.
   *
   * @param job what was built
   * @param unpacked bytes of its files
   * @return an error when it is too large, a warning when it comes near
   */
  Optional<Problem> check(LayerJob job, long unpacked) {
    if (unpacked > most) {
      return Optional.of(
          said(Problem.error(LAYER_TOO_LARGE, "layer " + job + " is too large"), job, unpacked));
    }
    if (unpacked > most / 100 * NEAR_PERCENT) {
      String near = "layer " + job + " comes near what a layer may hold";
      return Optional.of(said(Problem.warning(LAYER_TOO_LARGE, near), job, unpacked));
    }
    return Optional.empty();
  }

  private Problem said(Problem problem, LayerJob job, long unpacked) {
    return problem
        .at(job.location())
        .comparing(unpacked + " bytes unpacked", "at most " + most)
        .withRemedy(REMEDY);
  }
}
