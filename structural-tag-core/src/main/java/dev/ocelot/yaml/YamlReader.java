package dev.ocelot.yaml;

import dev.ocelot.problem.Location;
import dev.ocelot.problem.Problems;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Typed access to one mapping. A value of the wrong type is a problem, and the default is returned
 * so that reading goes on and a user sees everything at once. A key without a value counts as
 * absent. After the last access call {@link #finish}.
 */
public final class YamlReader {
  private final YamlMap map;
  private final String what;
  private final Problems problems;
  private final TreeSet<String> known = new TreeSet<>();

  /**
   * Reads a mapping.
   *
   * @param map the mapping
   * @param what whose settings they are, such as {@code component hello}, for messages
   * @param problems gets what is wrong: {@code config-invalid}
   */
  public YamlReader(YamlMap map, String what, Problems problems) {
    this.map = map;
    this.what = what;
    this.problems = problems;
    if (isForeign(map.tag())) {
      mistakes().foreignTag(map);
    }
  }

  /**
   * Whether a key has a value.
   *
   * @param key the key, known from now on
   * @return true when it does
   */
  public boolean has(String key) {
    return value(key) != null;
  }

  /**
   * Where a key stands, for problems of the caller's own.
   *
   * @param key the key
   * @return its place, or that of the mapping when it is absent
   */
  public Location location(String key) {
    return map.keyLocation(key);
  }

  /**
   * Where a name stands within one of {@link #namedMaps}.
   *
   * @param key the key of the mapping
   * @param name the name
   * @return its place, or that of the mapping when it is absent
   */
  public Location location(String key, String name) {
    return map.get(key).orElse(YamlMap.EMPTY) instanceof YamlMap inner
        ? inner.keyLocation(name)
        : map.keyLocation(key);
  }

  /**
   * A text.
   *
   * @param key the key
   * @return the text; empty when absent or wrong
   */
  public Optional<String> string(String key) {
    return Optional.ofNullable(value(key)).flatMap(node -> text(key, node, "a text"));
  }

  /**
   * A text.
   *
   * @param key the key
   * @param defaultValue what an absent key means
   * @return the text
   */
  public String string(String key, String defaultValue) {
    return string(key).orElse(defaultValue);
  }

  /**
   * A list of texts.
   *
   * @param key the key
   * @return the texts; empty when absent; wrong items are left out
   */
  public List<String> strings(String key) {
    return items(key, "a list of texts", node -> text(key, node, "a text"));
  }

  /**
   * A truth value: {@code true} or {@code false}, without quotes.
   *
   * @param key the key
   * @param defaultValue what an absent key means
   * @return the value
   */
  public boolean bool(String key, boolean defaultValue) {
    YamlNode node = value(key);
    if (node == null) {
      return defaultValue;
    }
    if (node instanceof YamlScalar scalar && scalar.plain() && scalar.tag().isEmpty()) {
      if (scalar.text().equals("true") || scalar.text().equals("false")) {
        return scalar.text().equals("true");
      }
    }
    wrong(key, node, "true or false");
    return defaultValue;
  }

  /**
   * A whole number in decimal digits.
   *
   * @param key the key
   * @param least the smallest legal value
   * @param most the largest legal value
   * @param defaultValue what an absent key means
   * @return the value
   */
  public long number(String key, long least, long most, long defaultValue) {
    YamlNode node = value(key);
    if (node == null) {
      return defaultValue;
    }
    if (node instanceof YamlScalar scalar && scalar.plain() && scalar.tag().isEmpty()) {
      try {
        long number = Long.parseLong(scalar.text());
        if (number >= least && number <= most) {
          return number;
        }
      } catch (NumberFormatException e) {
        // reported below, like a number out of range
      }
    }
    wrong(key, node, "a whole number from " + least + " to " + most);
    return defaultValue;
  }

  /**
   * One of the constants of an enumeration, spelt in lower case with hyphens.
   *
   * @param <E> the enumeration
   * @param key the key
   * @param type the enumeration
   * @param defaultValue what an absent key means
   * @return the constant
   */
  public <E extends Enum<E>> E choice(String key, Class<E> type, E defaultValue) {
    YamlNode node = value(key);
    if (node == null) {
      return defaultValue;
    }
    Map<String, E> legal = new LinkedHashMap<>();
    for (E constant : type.getEnumConstants()) {
      legal.put(constant.name().toLowerCase(Locale.ROOT).replace('_', '-'), constant);
    }
    String wanted = "one of " + String.join(", ", legal.keySet());
    Optional<String> text = text(key, node, wanted);
    E constant = text.map(legal::get).orElse(null);
    if (constant != null) {
      return constant;
    }
    text.ifPresent(word -> mistakes().wrongWord(key, node, wanted, word, legal.keySet()));
    return defaultValue;
  }

  /**
   * A mapping.
   *
   * @param key the key
   * @return the mapping; empty when absent or wrong
   */
  public Optional<YamlMap> map(String key) {
    return Optional.ofNullable(value(key)).flatMap(node -> mapping(key, node));
  }

  /**
   * A list of mappings.
   *
   * @param key the key
   * @return the mappings; empty when absent; wrong items are left out
   */
  public List<YamlMap> maps(String key) {
    return items(key, "a list of mappings", node -> mapping(key, node));
  }

  /**
   * A mapping from names to mappings, such as components by name. A name without a value stands for
   * an empty mapping.
   *
   * @param key the key
   * @return the mappings in the order of the file; wrong ones are left out
   */
  public Map<String, YamlMap> namedMaps(String key) {
    Map<String, YamlMap> named = new LinkedHashMap<>();
    YamlMap outer = map(key).orElse(YamlMap.EMPTY);
    for (String name : outer.keys()) {
      YamlNode node = outer.get(name).orElseThrow();
      if (node instanceof YamlScalar scalar && scalar.isNull()) {
        named.put(name, new YamlMap(List.of(), "", outer.keyLocation(name)));
      } else {
        mapping(name, node).ifPresent(inner -> named.put(name, inner));
      }
    }
    return Collections.unmodifiableMap(named);
  }

  /** Reports every key that nobody asked for, with the known one that was probably meant. */
  public void finish() {
    for (String key : map.keys()) {
      if (!known.contains(key)) {
        mistakes().unknownKey(key, map.keyLocation(key), known);
      }
    }
  }

  private YamlMistakes mistakes() {
    return new YamlMistakes(what, problems);
  }

  private @Nullable YamlNode value(String key) {
    known.add(key);
    YamlNode node = map.get(key).orElse(null);
    return node instanceof YamlScalar scalar && scalar.isNull() ? null : node;
  }

  private <T> List<T> items(String key, String wanted, Function<YamlNode, Optional<T>> read) {
    YamlNode node = value(key);
    if (node == null) {
      return List.of();
    }
    if (!(node instanceof YamlList list) || isForeign(node.tag())) {
      wrong(key, node, wanted);
      return List.of();
    }
    List<T> values = new ArrayList<>();
    for (YamlNode item : list.items()) {
      read.apply(item).ifPresent(values::add);
    }
    return List.copyOf(values);
  }

  private Optional<String> text(String key, YamlNode node, String wanted) {
    if (node instanceof YamlScalar scalar && !scalar.isNull() && !isForeign(node.tag())) {
      return Optional.of(scalar.text());
    }
    wrong(key, node, wanted);
    return Optional.empty();
  }

  private Optional<YamlMap> mapping(String key, YamlNode node) {
    if (node instanceof YamlMap inner && !isForeign(node.tag())) {
      return Optional.of(inner);
    }
    wrong(key, node, "a mapping");
    return Optional.empty();
  }

  private void wrong(String key, YamlNode node, String wanted) {
    if (isForeign(node.tag())) {
      mistakes().foreignTag(node);
    } else {
      mistakes().wrongValue(key, node, wanted);
    }
  }

  private static boolean isForeign(String tag) {
    return switch (tag) {
      case "", "!", "tag:yaml.org,2002:str", "tag:yaml.org,2002:map", "tag:yaml.org,2002:seq" ->
          false;
      default -> true;
    };
  }
}
