package dev.ocelot.yaml;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A value as Python holds it after loading. Objects are compared by identity: what several aliases
 * name is one object, and comes out with an anchor.
 */
sealed interface CanonicalValue {

  /**
   * A single value, as the text that PyYAML's representer makes of it.
   *
   * @param type its type
   * @param text the text
   */
  record Scalar(ScalarType type, String text) implements CanonicalValue {}

  /**
   * A list.
   *
   * @param items its items
   */
  record Sequence(List<CanonicalValue> items) implements CanonicalValue {}

  /** A dictionary, in the order in which its keys were first set. */
  final class Dictionary implements CanonicalValue {
    private final Map<Scalar, CanonicalValue> entries = new LinkedHashMap<>();

    /** The entries; keys are equal when Python's are. */
    Map<Scalar, CanonicalValue> entries() {
      return entries;
    }
  }

  /** The types that a scalar can have, each with its tag as it counts for a key's length. */
  enum ScalarType {
    STRING("!!str"),
    NULL("!!null"),
    BOOLEAN("!!bool"),
    INTEGER("!!int"),
    FLOAT("!!float"),
    TIMESTAMP("!!timestamp"),
    /** The merge key. */
    MERGE("!!merge"),
    /** The default key {@code =}. */
    VALUE("!!value");

    private final String tag;

    ScalarType(String tag) {
      this.tag = tag;
    }

    String tag() {
      return tag;
    }
  }
}
