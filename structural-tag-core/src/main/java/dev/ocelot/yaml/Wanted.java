package dev.ocelot.yaml;

import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * What is to stand at a place: a text, or a mapping with further wanted places. The places of a
 * mapping are sorted by code points, which is also the byte order of UTF-8.
 */
final class Wanted {
  private final TreeMap<String, Wanted> children = new TreeMap<>(CodePointOrder.INSTANCE);
  private @Nullable String value;

  /**
   * Adds one.
   *
   * @param path the keys from here, at least one
   * @param text the value
   * @throws IllegalArgumentException when one place is to be a text and a mapping, or two texts
   */
  void add(List<String> path, String text) {
    Wanted place = this;
    for (String key : path) {
      if (place.value != null) {
        throw new IllegalArgumentException("a text and a mapping at once: " + path);
      }
      place = place.children.computeIfAbsent(key, k -> new Wanted());
    }
    if (place == this || !place.children.isEmpty()) {
      throw new IllegalArgumentException("a text and a mapping at once: " + path);
    }
    if (place.value != null && !place.value.equals(text)) {
      throw new IllegalArgumentException("two texts for one place: " + path);
    }
    place.value = text;
  }

  /** The text; null for a mapping. */
  @Nullable String value() {
    return value;
  }

  /** The places below, sorted. */
  Map<String, Wanted> children() {
    return children;
  }

  /** The place below a key, or null. */
  @Nullable Wanted child(@Nullable String key) {
    return key == null ? null : children.get(key);
  }

  /** Whether any place directly below is a text. */
  boolean holdsTexts() {
    for (Wanted child : children.values()) {
      if (child.value != null) {
        return true;
      }
    }
    return false;
  }

  /** One of the keys below, for a message. */
  String example() {
    Iterator<String> keys = children.keySet().iterator();
    return keys.hasNext() ? keys.next() : "";
  }
}
