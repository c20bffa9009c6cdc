package dev.ocelot.yaml;

import dev.ocelot.problem.Problem;
import dev.ocelot.problem.ProblemException;
import dev.ocelot.problem.ProblemId;
import dev.ocelot.problem.Remedy;
import dev.ocelot.yaml.CanonicalValue.Dictionary;
import dev.ocelot.yaml.CanonicalValue.Scalar;
import dev.ocelot.yaml.CanonicalValue.ScalarType;
import dev.ocelot.yaml.CanonicalValue.Sequence;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;

/** Makes of a file what PyYAML's {@code safe_load} makes of it, or refuses. */
final class CanonicalLoader {
  /** An entry with merges resolved, in the order in which PyYAML sets them. */
  private record Pair(YamlScalar key, YamlNode value) {}

  private final IdentityHashMap<YamlNode, CanonicalValue> made = new IdentityHashMap<>();
  private final IdentityHashMap<YamlMap, List<Pair>> flattened = new IdentityHashMap<>();

  /** Loads a value; one that aliases repeat becomes one object. */
  CanonicalValue load(YamlNode node) {
    CanonicalValue known = made.get(node);
    if (known != null) {
      return known;
    }
    CanonicalValue value;
    if (node instanceof YamlScalar scalar) {
      value = scalar(scalar);
    } else if (node instanceof YamlList list) {
      checkTag(list, "tag:yaml.org,2002:seq");
      List<CanonicalValue> items = new ArrayList<>(list.items().size());
      list.items().forEach(item -> items.add(load(item)));
      value = new Sequence(items);
    } else {
      value = dictionary((YamlMap) node);
    }
    made.put(node, value);
    return value;
  }

  /** Loads a mapping. */
  Dictionary dictionary(YamlMap map) {
    checkTag(map, "tag:yaml.org,2002:map");
    Dictionary dictionary = new Dictionary();
    Map<String, Scalar> equal = new HashMap<>();
    for (Pair pair : pairs(map)) {
      Scalar key = key(pair.key());
      Scalar first = equal.putIfAbsent(identity(key), key);
      if (first != null && !first.equals(key)) {
        throw refused(
            "\"" + pair.key().text() + "\" is the same key as another in Python", pair.key());
      }
      dictionary.entries().put(key, load(pair.value()));
    }
    return dictionary;
  }

  /** What makes two keys equal in Python, where {@code True == 1}. */
  private static String identity(Scalar key) {
    if (key.type() == ScalarType.BOOLEAN) {
      return "INTEGER " + (key.text().equals("true") ? "1" : "0");
    }
    return key.type() + " " + key.text();
  }

  /** Merged entries come first; of several merged mappings the first one is set last, and wins. */
  private List<Pair> pairs(YamlMap map) {
    List<Pair> known = flattened.get(map);
    if (known != null) {
      return known;
    }
    List<Pair> merged = new ArrayList<>();
    List<Pair> own = new ArrayList<>();
    for (YamlMap.Entry entry : map.written()) {
      if (!entry.isMerge()) {
        own.add(new Pair(entry.key(), entry.value()));
      } else if (entry.value() instanceof YamlMap other) {
        merged.addAll(pairs(other));
      } else {
        List<YamlNode> others = ((YamlList) entry.value()).items();
        for (int i = others.size() - 1; i >= 0; i--) {
          merged.addAll(pairs((YamlMap) others.get(i)));
        }
      }
    }
    merged.addAll(own);
    flattened.put(map, merged);
    return merged;
  }

  private Scalar key(YamlScalar node) {
    if (node.plain() && node.tag().isEmpty() && node.text().equals("=")) {
      return new Scalar(ScalarType.STRING, "=");
    }
    Scalar key = scalar(node);
    if (key.type() == ScalarType.FLOAT || key.type() == ScalarType.TIMESTAMP) {
      throw refused("\"" + node.text() + "\" is a number or a date as a key", node);
    }
    return key;
  }

  private static Scalar scalar(YamlScalar node) {
    checkTag(node, "tag:yaml.org,2002:str");
    if (!node.plain() || !node.tag().isEmpty()) {
      return new Scalar(ScalarType.STRING, node.text());
    }
    Scalar value =
        CanonicalTypes.value(node.text())
            .orElseThrow(() -> refused("PyYAML fails on \"" + node.text() + "\"", node));
    if (value.type() == ScalarType.MERGE) {
      throw refused("PyYAML fails on << as a value", node);
    }
    return value;
  }

  private static void checkTag(YamlNode node, String allowed) {
    if (!node.tag().isEmpty() && !node.tag().equals(allowed)) {
      throw refused("the tag " + node.tag() + " would be lost", node);
    }
  }

  /** What the canonical form cannot hold. */
  static ProblemException refused(String message, YamlNode node) {
    return new ProblemException(
        Problem.error(
                ProblemId.CONFIG_INVALID, message + "; the file cannot be written canonically")
            .at(node.location())
            .withRemedy(Remedy.advice("Edit the file in place, without ocelot.canonical")));
  }
}
