package dev.ocelot.maven.collector;

import java.util.List;

/**
 * The combinations that were asked for.
 *
 * @param distributions names, {@code all}, or none to leave them out
 * @param architectures names, or none or {@code all} for all
 * @param regions codes, {@code all}, or none for those of the repository
 */
record MatrixRequest(List<String> distributions, List<String> architectures, List<String> regions) {
  MatrixRequest {
    distributions = List.copyOf(distributions);
    architectures = List.copyOf(architectures);
    regions = List.copyOf(regions);
  }
}
