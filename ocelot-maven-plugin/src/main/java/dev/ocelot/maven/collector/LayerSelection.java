package dev.ocelot.maven.collector;

import dev.ocelot.packaging.collector.toolchain.GoPlace;
import java.util.List;

/**
 * Which layers, from what, and where they are compiled.
 *
 * @param distributions names; empty for all
 * @param architectures short or full names of platforms; empty for all that Lambda knows
 * @param upstream the upstream's repository
 * @param ref its branch, tag or commit
 * @param go where Go runs
 */
record LayerSelection(
    List<String> distributions,
    List<String> architectures,
    String upstream,
    String ref,
    GoPlace go) {
  LayerSelection {
    distributions = List.copyOf(distributions);
    architectures = List.copyOf(architectures);
  }
}
