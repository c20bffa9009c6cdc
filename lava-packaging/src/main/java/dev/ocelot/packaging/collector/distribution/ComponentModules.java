package dev.ocelot.packaging.collector.distribution;

import dev.ocelot.problem.Location;
import dev.ocelot.problem.Problems;
import dev.ocelot.yaml.YamlFile;
import dev.ocelot.yaml.YamlMap;
import java.nio.file.Path;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * The components that a repository adds to upstream's, and the Go modules that they need: what
 * {@code config/component_dependencies.yaml} declares.
 */
public final class ComponentModules {
  /** No added components. */
  public static final ComponentModules NONE = new ComponentModules(Map.of(), List.of());

  /**
   * One entry.
   *
   * @param modules in the order of the file
   * @param location where the tag stands
   */
  record Entry(List<DeclaredModule> modules, Location location) {}

  private final SortedMap<String, Entry> entries;
  private final List<ModuleOverride> overrides;

  ComponentModules(Map<String, Entry> entries, List<ModuleOverride> overrides) {
    this.entries = Collections.unmodifiableSortedMap(new TreeMap<>(entries));
    this.overrides = List.copyOf(overrides);
  }

  /**
   * Reads a file.
   *
   * @param file {@code config/component_dependencies.yaml}
   * @param shownAs how problems name it
   * @param problems takes what is wrong: {@code input-missing}, {@code config-invalid} with its
   *     place
   * @return what is declared, or empty when an error was added
   */
  public static Optional<ComponentModules> read(Path file, String shownAs, Problems problems) {
    Problems found = new Problems();
    YamlMap map = YamlFile.read(file, shownAs, found);
    ComponentModules modules =
        found.hasErrors() ? NONE : new ComponentModulesReader(shownAs, found).read(map);
    problems.addAll(found.all());
    return found.hasErrors() ? Optional.empty() : Optional.of(modules);
  }

  /**
   * The build tags of the added components.
   *
   * @return sorted
   */
  public SortedSet<String> tags() {
    return new TreeSet<>(entries.keySet());
  }

  /**
   * Where a tag is declared.
   *
   * @param tag one of {@link #tags}
   * @return the place; {@link Location#NONE} for any other tag
   */
  public Location location(String tag) {
    Entry entry = entries.get(tag);
    return entry == null ? Location.NONE : entry.location();
  }

  /**
   * The modules that several tags need.
   *
   * @param tags build tags; those that are not declared need none
   * @return sorted by path, each once
   */
  public List<DeclaredModule> modules(Collection<String> tags) {
    SortedMap<String, DeclaredModule> modules = new TreeMap<>();
    for (String tag : new TreeSet<>(tags)) {
      Entry entry = entries.get(tag);
      if (entry != null) {
        entry.modules().forEach(module -> modules.putIfAbsent(module.path(), module));
      }
    }
    return List.copyOf(modules.values());
  }

  /**
   * The least versions of modules.
   *
   * @return sorted by path
   */
  public List<ModuleOverride> overrides() {
    return overrides;
  }
}
