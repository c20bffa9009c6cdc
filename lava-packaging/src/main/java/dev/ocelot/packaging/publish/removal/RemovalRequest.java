package dev.ocelot.packaging.publish.removal;

import dev.ocelot.packaging.publish.LayerPattern;
import dev.ocelot.packaging.publish.Region;
import java.util.List;

/**
 * What shall be deleted.
 *
 * @param pattern fits the names of layers, or names with a version as in {@code ocel-*:3}
 * @param regions where
 * @param keep how many of the newest versions of each layer in each region stay; 0 for none
 * @param evenInUse whether versions go that functions use
 */
public record RemovalRequest(
    LayerPattern pattern, List<Region> regions, int keep, boolean evenInUse) {
  /** Keeps a copy. */
  public RemovalRequest {
    regions = List.copyOf(regions);
    if (keep < 0) {
      throw new IllegalArgumentException("fewer than no versions to keep: " + keep);
    }
  }
}
