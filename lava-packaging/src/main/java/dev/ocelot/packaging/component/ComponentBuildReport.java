package dev.ocelot.packaging.component;

import dev.ocelot.packaging.artifact.Artifact;
import dev.ocelot.packaging.plan.PlanResult;
import java.util.List;

/**
 * How components were built.
 *
 * @param result how each step ended
 * @param artifacts what lies in the output directory now, every component's; empty when a step
 *     failed, since nothing is put there then
 */
public record ComponentBuildReport(PlanResult result, List<Artifact> artifacts) {
  /** Keeps a copy. */
  public ComponentBuildReport {
    artifacts = List.copyOf(artifacts);
  }
}
