package dev.ocelot.packaging.collector;

import dev.ocelot.packaging.collector.distribution.CollectorConfig;
import dev.ocelot.packaging.collector.distribution.ConfiguredComponent;
import dev.ocelot.packaging.collector.distribution.Distribution;
import dev.ocelot.problem.Problem;
import dev.ocelot.problem.ProblemId;
import dev.ocelot.problem.Problems;
import dev.ocelot.problem.Remedy;
import dev.ocelot.yaml.NearMiss;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * Compares the types of components that a configuration names with the build tags of its
 * distribution. A component that the repository adds may have a type that its tag does not tell;
 * such a one is given the benefit of the doubt, and {@code verify-layers} asks the collector.
 */
final class ConfiguredTypes {
  private static final String PREFIX = "lambdacomponents.";

  private final Distribution distribution;
  private final Set<String> added;
  private final Problems problems;

  /**
   * For a distribution.
   *
   * @param distribution whose tags
   * @param added the tags of components that the repository adds
   * @param problems takes a {@code config-invalid} for each type that nothing provides
   */
  ConfiguredTypes(Distribution distribution, Set<String> added, Problems problems) {
    this.distribution = distribution;
    this.added = added;
    this.problems = problems;
  }

  void check(CollectorConfig config) {
    Map<String, ConfiguredComponent> types = new LinkedHashMap<>();
    for (ConfiguredComponent component : config.defined()) {
      types.putIfAbsent(component.kind().word() + " " + component.type(), component);
    }
    Map<String, List<ConfiguredComponent>> unknown = new LinkedHashMap<>();
    for (ConfiguredComponent component : types.values()) {
      String kind = component.kind().word();
      SortedSet<String> names = names(kind);
      boolean provided =
          names.contains("all")
              || names.stream()
                  .anyMatch(
                      name ->
                          component
                              .kind()
                              .plain(name)
                              .equals(component.kind().plain(component.type())));
      if (!provided) {
        unknown.computeIfAbsent(kind, k -> new ArrayList<>()).add(component);
      }
    }
    unknown.forEach(this::report);
  }

  private void report(String kind, List<ConfiguredComponent> components) {
    long doubtful =
        distribution.tags().stream()
            .filter(tag -> added.contains(tag.text()))
            .filter(tag -> tag.text().startsWith(PREFIX + kind + "."))
            .count();
    if (components.size() <= doubtful) {
      return;
    }
    SortedSet<String> names = names(kind);
    for (ConfiguredComponent component : components) {
      Problem problem =
          Problem.error(
                  ProblemId.CONFIG_INVALID,
                  "the configuration of distribution %s names %s %s, which the build does not contain"
                      .formatted(distribution.name(), kind, component.id()))
              .at(component.location())
              .comparing(
                  component.type(),
                  names.isEmpty() ? "no " + kind : "one of " + String.join(", ", names))
              .withRemedy(
                  Remedy.advice(
                      "add %s%s.%s to its buildtags, or take it out of the configuration"
                          .formatted(PREFIX, kind, component.type().replace("_", ""))));
      problems.add(
          NearMiss.nearest(component.type(), names)
              .map(near -> problem.withRemedy(Remedy.advice("write " + near)))
              .orElse(problem));
    }
  }

  /** What the distribution's tags call its components of a kind. */
  private SortedSet<String> names(String kind) {
    SortedSet<String> names = new TreeSet<>();
    for (var tag : distribution.tags()) {
      if (tag.text().equals(PREFIX + "all")) {
        names.add("all");
      } else if (tag.text().startsWith(PREFIX + kind + ".")) {
        names.add(tag.text().substring(PREFIX.length() + kind.length() + 1));
      }
    }
    return names;
  }
}
