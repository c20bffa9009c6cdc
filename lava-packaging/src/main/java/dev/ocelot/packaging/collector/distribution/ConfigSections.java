package dev.ocelot.packaging.collector.distribution;

import dev.ocelot.problem.Location;
import dev.ocelot.problem.Problem;
import dev.ocelot.problem.ProblemId;
import dev.ocelot.problem.Problems;
import dev.ocelot.yaml.YamlMap;
import dev.ocelot.yaml.YamlNode;
import dev.ocelot.yaml.YamlScalar;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The sections of a collector's configuration that define components. */
final class ConfigSections {
  private static final Pattern ID =
      Pattern.compile("\\s*([a-zA-Z][0-9a-zA-Z_]{0,62})(?:\\s*/\\s*([^\\p{Z}\\p{C}]+))?\\s*");
  private static final String ID_WORDS = "type or type/name, such as otlphttp/default";

  private final Problems problems;
  private final Map<ComponentKind, Map<String, ConfiguredComponent>> defined =
      new EnumMap<>(ComponentKind.class);
  private final Map<ComponentKind, Boolean> open = new EnumMap<>(ComponentKind.class);

  ConfigSections(Problems problems) {
    this.problems = problems;
  }

  /** Whether a value is filled in only when the collector starts. */
  static boolean isReference(YamlNode node) {
    return node instanceof YamlScalar scalar && scalar.text().strip().startsWith("${");
  }

  static boolean isNothing(YamlNode node) {
    return node instanceof YamlScalar scalar && scalar.isNull();
  }

  void read(ComponentKind kind, YamlNode section) {
    Map<String, ConfiguredComponent> ids = new LinkedHashMap<>();
    defined.put(kind, ids);
    if (isReference(section)) {
      open.put(kind, true);
    } else if (section instanceof YamlMap map) {
      for (String key : map.keys()) {
        component(kind, key, map.keyLocation(key))
            .ifPresent(component -> ids.put(component.id(), component));
      }
    } else if (!isNothing(section)) {
      problems.add(
          TextValue.wrong(
              kind.section() + " have another form", section, "components with their settings"));
    }
  }

  /** Reads a component's name; a problem when the collector would not take it. */
  Optional<ConfiguredComponent> component(ComponentKind kind, String text, Location where) {
    Matcher parts = ID.matcher(text);
    if (parts.matches()) {
      String name = parts.group(2) == null ? "" : parts.group(2);
      return Optional.of(new ConfiguredComponent(kind, parts.group(1), name, where));
    }
    problems.add(
        Problem.error(ProblemId.CONFIG_INVALID, "this is not the name of a component")
            .at(where)
            .comparing("\"" + text + "\"", ID_WORDS));
    return Optional.empty();
  }

  boolean defines(ComponentKind kind, String id) {
    return defined.getOrDefault(kind, Map.of()).containsKey(id);
  }

  boolean isOpen(ComponentKind kind) {
    return open.getOrDefault(kind, false);
  }

  /** What could have been meant by a name, in any of several sections. */
  Set<String> ids(List<ComponentKind> kinds) {
    Set<String> ids = new LinkedHashSet<>();
    kinds.forEach(kind -> ids.addAll(defined.getOrDefault(kind, Map.of()).keySet()));
    return ids;
  }

  List<ConfiguredComponent> all() {
    List<ConfiguredComponent> all = new ArrayList<>();
    defined.values().forEach(section -> all.addAll(section.values()));
    return all;
  }
}
