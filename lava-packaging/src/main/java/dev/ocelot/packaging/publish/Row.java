package dev.ocelot.packaging.publish;

import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * A row of the table: a key, and attributes by name.
 *
 * <p>Attributes that are empty are not kept, as the table has no empty text.
 *
 * @param key what it is found by
 * @param attributes by name, sorted; without the key
 */
public record Row(String key, SortedMap<String, Value> attributes) {
  /** Drops empty attributes and keeps a copy of the others. */
  public Row {
    TreeMap<String, Value> kept = new TreeMap<>();
    attributes.forEach(
        (name, value) -> {
          if (!value.isEmpty()) {
            kept.put(name, value);
          }
        });
    attributes = Collections.unmodifiableSortedMap(kept);
  }

  /** What an attribute holds. */
  public sealed interface Value {
    /**
     * Whether there is nothing to keep.
     *
     * @return true for an empty text and an empty list
     */
    default boolean isEmpty() {
      return false;
    }
  }

  /**
   * A text.
   *
   * @param text the text
   */
  public record Text(String text) implements Value {
    @Override
    public boolean isEmpty() {
      return text.isEmpty();
    }
  }

  /**
   * A whole number.
   *
   * @param value the number
   */
  public record Whole(long value) implements Value {}

  /**
   * Yes or no.
   *
   * @param value the answer
   */
  public record Flag(boolean value) implements Value {}

  /**
   * Texts in an order that counts.
   *
   * @param items the texts
   */
  public record Texts(List<String> items) implements Value {
    /** Keeps a copy. */
    public Texts {
      items = List.copyOf(items);
    }

    @Override
    public boolean isEmpty() {
      return items.isEmpty();
    }
  }

  /**
   * A text attribute.
   *
   * @param name its name
   * @return the text, or empty when there is none, or it is no text
   */
  public Optional<String> text(String name) {
    return attributes.get(name) instanceof Text text ? Optional.of(text.text()) : Optional.empty();
  }

  /**
   * A number attribute.
   *
   * @param name its name
   * @return the number, or empty when there is none, or it is no number
   */
  public Optional<Long> number(String name) {
    return attributes.get(name) instanceof Whole number
        ? Optional.of(number.value())
        : Optional.empty();
  }

  /**
   * The same row with one attribute changed or added.
   *
   * @param name the attribute's name
   * @param value its value
   * @return a copy
   */
  public Row with(String name, Value value) {
    SortedMap<String, Value> changed = new TreeMap<>(attributes);
    changed.put(name, value);
    return new Row(key, changed);
  }
}
