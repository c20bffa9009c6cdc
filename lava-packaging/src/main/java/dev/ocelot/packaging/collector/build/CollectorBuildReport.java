package dev.ocelot.packaging.collector.build;

import dev.ocelot.packaging.artifact.Artifact;
import dev.ocelot.packaging.plan.PlanResult;
import dev.ocelot.problem.Problem;
import java.util.List;

/**
 * How building layers ended.
 *
 * @param result how each step ended
 * @param artifacts what was placed; nothing when a step failed or a layer is too large
 * @param sizes layers that are too large, as errors, or nearly so, as warnings
 */
public record CollectorBuildReport(
    PlanResult result, List<Artifact> artifacts, List<Problem> sizes) {
  /** Keeps copies. */
  public CollectorBuildReport {
    artifacts = List.copyOf(artifacts);
    sizes = List.copyOf(sizes);
  }
}
