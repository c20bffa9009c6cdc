package dev.ocelot.packaging.collector.build;

import dev.ocelot.packaging.artifact.Artifact;
import dev.ocelot.packaging.plan.PlanResult;
import java.util.List;

/**
 * How building layers ended.
 *
 * @param result how each step ended
 * @param artifacts what was placed; nothing when a step failed
 */
public record CollectorBuildReport(PlanResult result, List<Artifact> artifacts) {
  /** Keeps a copy. */
  public CollectorBuildReport {
    artifacts = List.copyOf(artifacts);
  }
}
