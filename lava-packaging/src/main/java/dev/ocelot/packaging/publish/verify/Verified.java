package dev.ocelot.packaging.publish.verify;

import dev.ocelot.packaging.publish.LayerName;
import dev.ocelot.packaging.publish.Region;
import dev.ocelot.problem.Problem;
import java.util.List;

/**
 * What was found out about one layer in one region.
 *
 * @param layer the layer's name
 * @param region the region
 * @param version the version's number; 0 when there is none
 * @param size of its bytes; 0 when they could not be fetched
 * @param problems one for each difference
 */
public record Verified(
    LayerName layer, Region region, long version, long size, List<Problem> problems) {
  /** Keeps a copy. */
  public Verified {
    problems = List.copyOf(problems);
  }

  /**
   * Whether it is what it should be.
   *
   * @return true without problems
   */
  public boolean isWhole() {
    return problems.isEmpty();
  }
}
