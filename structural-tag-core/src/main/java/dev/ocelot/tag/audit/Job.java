package dev.ocelot.tag.audit;

import dev.ocelot.problem.Location;
import dev.ocelot.yaml.YamlList;
import dev.ocelot.yaml.YamlMap;
import dev.ocelot.yaml.YamlNode;
import dev.ocelot.yaml.YamlScalar;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A job of a pipeline, without what it inherits.
 *
 * @param name its key; hidden jobs begin with a dot
 * @param definitions where it is defined; GitLab merges several, later ones win
 */
record Job(String name, List<Definition> definitions) {

  boolean isHidden() {
    return name.startsWith(".");
  }

  Location location() {
    return definitions.get(0).location();
  }

  Optional<YamlNode> get(String key) {
    for (int i = definitions.size() - 1; i >= 0; i--) {
      Optional<YamlNode> node = definitions.get(i).map().get(key);
      if (node.isPresent()) {
        return node;
      }
    }
    return Optional.empty();
  }

  /** The jobs that it extends, in order, with their places. */
  List<YamlScalar> extended() {
    List<YamlScalar> names = new ArrayList<>();
    YamlNode node = get("extends").orElse(null);
    if (node instanceof YamlScalar scalar) {
      names.add(scalar);
    } else if (node instanceof YamlList list) {
      for (YamlNode item : list.items()) {
        if (item instanceof YamlScalar scalar) {
          names.add(scalar);
        }
      }
    }
    return names;
  }

  List<String> parents() {
    return extended().stream().map(YamlScalar::text).toList();
  }

  /** Its own variables; the long form with {@code value:} counts as that value. */
  Map<String, YamlScalar> variables() {
    Map<String, YamlScalar> variables = new LinkedHashMap<>();
    definitions.forEach(definition -> variablesOf(definition.map(), variables));
    return variables;
  }

  /** Adds the variables that a mapping sets. */
  static void variablesOf(YamlMap of, Map<String, YamlScalar> into) {
    if (of.get("variables").orElse(null) instanceof YamlMap map) {
      for (String key : map.keys()) {
        YamlNode node = map.get(key).orElseThrow();
        YamlNode value = node instanceof YamlMap form ? form.get("value").orElse(form) : node;
        if (value instanceof YamlScalar scalar) {
          into.put(key, scalar);
        }
      }
    }
  }
}
