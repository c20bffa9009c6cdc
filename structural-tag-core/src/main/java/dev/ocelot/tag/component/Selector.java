package dev.ocelot.tag.component;

import dev.ocelot.problem.Problem;
import dev.ocelot.problem.ProblemException;
import dev.ocelot.problem.ProblemId;
import dev.ocelot.problem.Problems;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** Applies a selection to components. */
final class Selector {
  private final Components components;
  private final Problems problems;
  private final Map<String, Component> byCanonicalName = new HashMap<>();

  Selector(Components components, Problems problems) {
    this.components = components;
    this.problems = problems;
    for (Component component : components.all()) {
      byCanonicalName.put(component.name().canonical(), component);
    }
  }

  List<Component> select(ComponentSelection selection) {
    Set<ComponentName> wanted = named(selection.names());
    if (!selection.include().isEmpty()) {
      wanted.retainAll(included(selection.include()));
    }
    for (String expression : selection.exclude()) {
      matches("ocelot.exclude", expression)
          .ifPresent(
              matches -> {
                matches.forEach(wanted::remove);
                if (matches.isEmpty()) {
                  problems.add(asWarning(nothing("ocelot.exclude", expression)));
                }
              });
    }
    return components.all().stream().filter(c -> wanted.contains(c.name())).toList();
  }

  Optional<Component> named(String parameter, String text) {
    Component component = byCanonicalName.get(text.replace('_', '-'));
    if (component == null) {
      problems.add(components.unknown(parameter + " '" + text + "' is no component", text));
      return Optional.empty();
    }
    if (!component.name().text().equals(text)) {
      problems.add(
          Problem.warning(
              ProblemId.UNKNOWN_COMPONENT,
              "component '" + text + "' is spelt '" + component.name() + "'"));
    }
    return Optional.of(component);
  }

  private Set<ComponentName> named(List<String> names) {
    Set<ComponentName> wanted = new TreeSet<>();
    if (names.isEmpty()) {
      components.all().forEach(component -> wanted.add(component.name()));
    }
    for (String name : names) {
      named("ocelot.components", name).ifPresent(component -> wanted.add(component.name()));
    }
    return wanted;
  }

  private Set<ComponentName> included(List<String> expressions) {
    Set<ComponentName> included = new TreeSet<>();
    List<Problem> unmatched = new ArrayList<>();
    for (String expression : expressions) {
      matches("ocelot.include", expression)
          .ifPresent(
              matches -> {
                included.addAll(matches);
                if (matches.isEmpty()) {
                  unmatched.add(nothing("ocelot.include", expression));
                }
              });
    }
    boolean fails = included.isEmpty();
    unmatched.forEach(problem -> problems.add(fails ? problem : asWarning(problem)));
    return included;
  }

  /** Empty when the expression itself is wrong, which is reported here. */
  private Optional<List<ComponentName>> matches(String parameter, String expression) {
    List<ComponentName> matches = new ArrayList<>();
    try {
      NamePattern pattern = NamePattern.parse(parameter, expression);
      for (Component component : components.all()) {
        if (pattern.matches(component.name().text())) {
          matches.add(component.name());
        }
      }
      return Optional.of(matches);
    } catch (ProblemException e) {
      problems.addAll(e.problems());
      return Optional.empty();
    }
  }

  private Problem nothing(String parameter, String expression) {
    return components.unknown(parameter + " '" + expression + "' matches no component", expression);
  }

  private static Problem asWarning(Problem error) {
    return new Problem(
        error.id(),
        Problem.Severity.WARNING,
        error.message(),
        error.location(),
        error.got(),
        error.expected(),
        error.remedy());
  }
}
