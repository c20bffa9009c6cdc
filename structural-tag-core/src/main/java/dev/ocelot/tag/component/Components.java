package dev.ocelot.tag.component;

import dev.ocelot.concurrent.ParallelMap;
import dev.ocelot.problem.Location;
import dev.ocelot.problem.Problem;
import dev.ocelot.problem.ProblemId;
import dev.ocelot.problem.Problems;
import dev.ocelot.problem.Remedy;
import dev.ocelot.yaml.NearMiss;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The components of a repository.
 *
 * @param root the repository
 * @param all sorted by name; no two share a variable
 */
public record Components(RepositoryRoot root, List<Component> all) {
  /** Keeps a copy. */
  public Components {
    all = List.copyOf(all);
  }

  /**
   * Finds the components of every layout and what {@code config/components.yaml} says about them.
   *
   * @param root the repository
   * @param problems takes what is wrong; of two components with one variable the first is kept
   * @return the components
   */
  public static Components discover(RepositoryRoot root, Problems problems) {
    return discover(root, ParallelMap.onCallingThread(), problems);
  }

  /**
   * As {@link #discover(RepositoryRoot, Problems)}, on several threads.
   *
   * @param root the repository
   * @param work looks into many files
   * @param problems takes what is wrong
   * @return the components
   */
  public static Components discover(RepositoryRoot root, ParallelMap work, Problems problems) {
    ComponentsFile file = ComponentsFile.read(root, problems);
    List<Component> found = new ArrayList<>();
    for (ComponentLayout layout : ComponentLayout.ALL) {
      for (ComponentName name : layout.discover(root, work, problems)) {
        found.add(new Component(name, layout, layout.scriptOf(name), file.settingsOf(name)));
      }
    }
    found.sort((a, b) -> a.name().compareTo(b.name()));
    List<Component> distinct = withoutCollisions(found, problems);
    List<ComponentName> names = new ArrayList<>();
    for (Component component : distinct) {
      names.add(component.name());
    }
    file.reportUnknown(names, problems);
    return new Components(root, distinct);
  }

  private static List<Component> withoutCollisions(List<Component> sorted, Problems problems) {
    Map<String, Component> byVariable = new HashMap<>();
    List<Component> distinct = new ArrayList<>();
    for (Component component : sorted) {
      Component first = byVariable.putIfAbsent(component.name().variable(), component);
      if (first == null) {
        distinct.add(component);
      } else {
        problems.add(collision(first, component));
      }
    }
    return distinct;
  }

  private static Problem collision(Component first, Component second) {
    boolean sameName = first.name().equals(second.name());
    String message =
        sameName
            ? "component " + first.name() + " lies in two layouts: " + scripts(first, second)
            : "components %s and %s share the variable %s: %s"
                .formatted(
                    first.name(), second.name(), first.name().variable(), scripts(first, second));
    return Problem.error(ProblemId.CONFIG_INVALID, message)
        .at(Location.of(second.script()))
        .withRemedy(Remedy.advice(sameName ? "Remove one of them" : "Rename one of them"));
  }

  private static String scripts(Component first, Component second) {
    return first.script() + " and " + second.script();
  }

  /**
   * Narrows the components down.
   *
   * @param selection what is wanted
   * @param problems takes unknown names (errors, with the nearest known name), names that are spelt
   *     differently on disk (warnings), expressions that match nothing (warnings; an error when no
   *     {@code include} matches anything) and expressions that cannot be read (errors)
   * @return the wanted components, sorted
   */
  public Components select(ComponentSelection selection, Problems problems) {
    return selection.isAll()
        ? this
        : new Components(root, new Selector(this, problems).select(selection));
  }

  /**
   * The component of a name that a user wrote.
   *
   * @param parameter where the user wrote it, such as {@code ocelot.components}
   * @param text a name; {@code _} and {@code -} are alike
   * @param problems takes {@code unknown-component}, or a warning when the name on disk is spelt
   *     differently
   * @return the component; empty when there is none
   */
  public Optional<Component> named(String parameter, String text, Problems problems) {
    return new Selector(this, problems).named(parameter, text);
  }

  /** An error about a name or expression that stands for no component. */
  Problem unknown(String message, String text) {
    List<String> names = all.stream().map(component -> component.name().text()).toList();
    Problem problem = Problem.error(ProblemId.UNKNOWN_COMPONENT, message);
    return NearMiss.nearest(text, names)
        .map(near -> problem.withRemedy(Remedy.advice("Did you mean '" + near + "'?")))
        .orElse(problem.withRemedy(Remedy.run("list-tags", Map.of(), "list the components")));
  }
}
