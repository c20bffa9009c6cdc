package dev.ocelot.maven.collector;

import java.util.List;

/**
 * Which layers, and from what.
 *
 * @param distributions names; empty for all
 * @param architectures short or full names of platforms; empty for all that Lambda knows
 * @param upstream the upstream's repository
 * @param ref its branch, tag or commit
 */
record LayerSelection(
    List<String> distributions, List<String> architectures, String upstream, String ref) {
  LayerSelection {
    distributions = List.copyOf(distributions);
    architectures = List.copyOf(architectures);
  }
}
