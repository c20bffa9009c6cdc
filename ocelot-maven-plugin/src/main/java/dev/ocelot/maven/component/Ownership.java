package dev.ocelot.maven.component;

import dev.ocelot.maven.Ground;
import dev.ocelot.problem.Location;
import dev.ocelot.problem.Problem;
import dev.ocelot.problem.ProblemId;
import dev.ocelot.problem.Problems;
import dev.ocelot.problem.Remedy;
import dev.ocelot.tag.component.Component;
import dev.ocelot.tag.component.ComponentSelection;
import dev.ocelot.tag.component.Components;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * Which components a module builds: those that its POM lists, else those whose folder lies below
 * it, else all, if it is the only module that builds. A goal that is called by hand runs in modules
 * too that build nothing by themselves; they leave to the others what is theirs.
 */
final class Ownership {
  private final Ground ground;
  private final Components components;

  Ownership(Ground ground, Components components) {
    this.ground = ground;
    this.components = components;
  }

  /** Narrows what the run selects down to what this module owns. */
  Optional<ComponentSelection> narrow(ComponentSelection selection, Problems problems) {
    List<BuildingModule> modules = BuildingModule.all(ground.modules());
    BuildingModule here = BuildingModule.of(ground.module());
    Set<String> owned = owned(here, modules);
    boolean builds = modules.stream().anyMatch(module -> module.folder().equals(here.folder()));
    for (BuildingModule other : modules) {
      if (!other.folder().equals(here.folder())) {
        Set<String> both = new TreeSet<>(owned(other, modules));
        both.retainAll(owned);
        if (builds) {
          both.forEach(name -> problems.add(twoOwners(name, here, other)));
        } else {
          owned.removeAll(both);
        }
      }
    }
    List<String> wanted =
        selection.names().isEmpty() ? List.copyOf(owned) : common(selection, owned);
    return wanted.isEmpty()
        ? Optional.empty()
        : Optional.of(new ComponentSelection(wanted, selection.include(), selection.exclude()));
  }

  /**
   * A name that is selected and belongs to another module is that module's; an unknown one is an
   * error in all.
   */
  private List<String> common(ComponentSelection selection, Set<String> owned) {
    Set<String> elsewhere = new TreeSet<>();
    components.all().forEach(component -> elsewhere.add(component.name().canonical()));
    List<String> wanted = new ArrayList<>();
    for (String name : selection.names()) {
      boolean ours =
          owned.stream().anyMatch(o -> o.replace('_', '-').equals(name.replace('_', '-')));
      if (ours || !elsewhere.contains(name.replace('_', '-'))) {
        wanted.add(name);
      }
    }
    return wanted;
  }

  private Set<String> owned(BuildingModule module, List<BuildingModule> modules) {
    if (!module.listed().isEmpty()) {
      return new TreeSet<>(module.listed());
    }
    Set<String> names = new TreeSet<>();
    for (Component component : components.all()) {
      if (isBelow(component, module.folder())) {
        names.add(component.name().text());
      }
    }
    if (names.isEmpty() && modules.size() <= 1) {
      components.all().forEach(component -> names.add(component.name().text()));
    }
    return names;
  }

  private boolean isBelow(Component component, Path folder) {
    return component
        .layout()
        .folderOf(component.name())
        .map(path -> components.root().resolve(path).startsWith(folder))
        .orElse(false);
  }

  private static Problem twoOwners(String name, BuildingModule here, BuildingModule other) {
    return Problem.error(
            ProblemId.CONFIG_INVALID,
            "component %s belongs to two modules: %s and %s"
                .formatted(name, here.name(), other.name()))
        .at(Location.of("pom.xml"))
        .withRemedy(Remedy.advice("list it under <components> of one of them"));
  }
}
