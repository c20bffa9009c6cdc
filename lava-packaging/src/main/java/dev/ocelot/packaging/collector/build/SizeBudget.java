package dev.ocelot.packaging.collector.build;

import dev.ocelot.packaging.artifact.Artifact;
import dev.ocelot.packaging.artifact.Publication;
import dev.ocelot.problem.Problem;
import dev.ocelot.problem.ProblemId;
import dev.ocelot.problem.Remedy;
import java.util.ArrayList;
import java.util.List;

/** Holds layers to what AWS Lambda can load, and says in time that one comes near it. */
public final class SizeBudget {
  /** A layer is larger than can be loaded, or nearly so. */
  public static final ProblemId LAYER_TOO_LARGE = ProblemId.user("layer-too-large");

  private static final long NEAR_PERCENT = 90;

  private SizeBudget() {}

  /**
   * Checks.
   *
   * @param artifacts what was built
   * @return an error for each layer that is too large, a warning for each that comes near
   */
  public static List<Problem> check(List<Artifact> artifacts) {
    List<Problem> problems = new ArrayList<>();
    for (Artifact artifact : artifacts) {
      if (artifact.publication() instanceof Publication.Layer layer) {
        long most = Publication.Layer.MOST_UNPACKED_BYTES;
        String got = layer.unpackedSize() + " bytes unpacked";
        String limit = "at most " + most;
        Remedy remedy = Remedy.advice("leave out components that the distribution can do without");
        if (layer.unpackedSize() > most) {
          problems.add(
              Problem.error(LAYER_TOO_LARGE, artifact.id() + " is too large for a layer")
                  .comparing(got, limit)
                  .withRemedy(remedy));
        } else if (layer.unpackedSize() > most / 100 * NEAR_PERCENT) {
          problems.add(
              Problem.warning(LAYER_TOO_LARGE, artifact.id() + " comes near what a layer may hold")
                  .comparing(got, limit)
                  .withRemedy(remedy));
        }
      }
    }
    return problems;
  }
}
