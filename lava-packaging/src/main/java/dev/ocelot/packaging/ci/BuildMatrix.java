package dev.ocelot.packaging.ci;

import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * The jobs that build and release collector layers: every combination of the values.
 *
 * @param distributions names; empty where the jobs know their distribution otherwise
 * @param architectures short names such as {@code amd64}; at least one
 * @param regions codes; at least one
 */
public record BuildMatrix(
    List<String> distributions, List<String> architectures, List<String> regions) {
  /** Values go into JSON, YAML and shells as they are. */
  private static final Pattern VALUE = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._-]*");

  /** Keeps copies, and refuses what an engine could misread. */
  public BuildMatrix {
    distributions = checked(distributions);
    architectures = checked(architectures);
    regions = checked(regions);
    if (architectures.isEmpty() || regions.isEmpty()) {
      throw new IllegalArgumentException("a matrix without jobs");
    }
  }

  private static List<String> checked(List<String> values) {
    for (String value : values) {
      if (!VALUE.matcher(value).matches()) {
        throw new IllegalArgumentException("not a value of a matrix: " + value);
      }
    }
    return List.copyOf(values);
  }

  /**
   * The axes of the jobs that build.
   *
   * @return names, spelled as GitHub's workflows spell them, to values
   */
  public Map<String, List<String>> buildAxes() {
    Map<String, List<String>> axes = new LinkedHashMap<>();
    if (!distributions.isEmpty()) {
      axes.put("distribution", distributions);
    }
    axes.put("architecture", architectures);
    return Collections.unmodifiableMap(axes);
  }

  /**
   * The axes of the jobs that release what was built.
   *
   * @return names to values
   */
  public Map<String, List<String>> releaseAxes() {
    Map<String, List<String>> axes = new LinkedHashMap<>(buildAxes());
    axes.put("aws-region", regions);
    return Collections.unmodifiableMap(axes);
  }

  /**
   * How many jobs release.
   *
   * @return the number of combinations, never smaller than that of the jobs that build
   */
  public long jobs() {
    return count(releaseAxes().values());
  }

  private static long count(Collection<List<String>> axes) {
    return axes.stream().mapToLong(List::size).reduce(1, Math::multiplyExact);
  }
}
