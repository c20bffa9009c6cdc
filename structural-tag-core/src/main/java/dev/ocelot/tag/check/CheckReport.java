package dev.ocelot.tag.check;

import dev.ocelot.problem.Location;
import dev.ocelot.problem.Problem;
import dev.ocelot.problem.ProblemId;
import dev.ocelot.problem.Remedy;
import dev.ocelot.tag.Tag;
import dev.ocelot.tag.component.Component;
import dev.ocelot.tag.component.ComponentName;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * What a check found.
 *
 * @param results one for each component, in their order
 * @param warnings what does not fail the check, in the same order
 */
public record CheckReport(List<TagResult> results, List<Problem> warnings) {
  /** The computed tag is not the expected one. */
  public static final ProblemId TAG_MISMATCH = ProblemId.user("tag-mismatch");

  /** No tag is declared for a component. */
  public static final ProblemId TAG_UNDECLARED = ProblemId.user("tag-undeclared");

  /** Keeps copies. */
  public CheckReport {
    results = List.copyOf(results);
    warnings = List.copyOf(warnings);
  }

  /**
   * The components whose declared tag must be written: stale and undeclared ones.
   *
   * @return their names, sorted
   */
  public List<ComponentName> stale() {
    List<ComponentName> stale = new ArrayList<>();
    for (TagResult result : results) {
      if (result instanceof TagResult.Mismatch || result instanceof TagResult.Undeclared) {
        stale.add(result.component().name());
      }
    }
    stale.sort(null);
    return stale;
  }

  /**
   * The one command that declares the computed tags of exactly the stale components.
   *
   * @return empty when none is stale
   */
  public Optional<Remedy> remedy() {
    List<ComponentName> stale = stale();
    if (stale.isEmpty()) {
      return Optional.empty();
    }
    String names = stale.stream().map(ComponentName::text).collect(Collectors.joining(","));
    String purpose = stale.size() == 1 ? "declare the computed tag" : "declare the computed tags";
    return Optional.of(Remedy.run("update-tags", Map.of("ocelot.components", names), purpose));
  }

  /**
   * Everything that fails the check: one problem for each stale component, and those that kept a
   * tag from being computed. The stale ones share one remedy.
   *
   * @return in the order of the components; empty when all are current
   */
  public List<Problem> problems() {
    List<Problem> problems = new ArrayList<>();
    Remedy remedy = remedy().orElse(Remedy.NONE);
    for (TagResult result : results) {
      if (result instanceof TagResult.Mismatch mismatch) {
        problems.add(mismatch(mismatch).withRemedy(remedy));
      } else if (result instanceof TagResult.Undeclared undeclared) {
        problems.add(undeclared(undeclared).withRemedy(remedy));
      } else if (result instanceof TagResult.Failed failed) {
        problems.addAll(failed.problems());
      }
    }
    return problems;
  }

  private static Problem mismatch(TagResult.Mismatch result) {
    return Problem.error(
            TAG_MISMATCH,
            "component %s is stale: declared %s, computed %s"
                .formatted(
                    result.component().name(),
                    result.expected().text(),
                    computed(result.computed())))
        .at(result.expected().location());
  }

  private static Problem undeclared(TagResult.Undeclared result) {
    Component component = result.component();
    return Problem.error(
            TAG_UNDECLARED,
            "component %s has no declared tag under %s, computed %s"
                .formatted(
                    component.name(), component.name().declaredKey(), computed(result.computed())))
        .at(Location.of(component.layout().declaredTagsFile()));
  }

  private static String computed(TagResult.Computation computation) {
    return computation.computed().tag().text();
  }

  /**
   * The computed tags by variable, which are the names of the tag files.
   *
   * @return every tag that was computed, sorted by variable
   */
  public Map<String, Tag> tags() {
    Map<String, Tag> tags = new TreeMap<>();
    for (TagResult result : results) {
      result
          .computation()
          .ifPresent(
              computation ->
                  tags.put(result.component().name().variable(), computation.computed().tag()));
    }
    return tags;
  }
}
