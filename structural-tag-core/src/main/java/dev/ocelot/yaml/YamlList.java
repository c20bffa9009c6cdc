package dev.ocelot.yaml;

import dev.ocelot.problem.Location;
import java.util.List;

/**
 * A sequence.
 *
 * @param items the values in order
 * @param tag the tag in front of it, such as {@code !reference}; empty when none is written
 * @param location where it starts
 */
public record YamlList(List<YamlNode> items, String tag, Location location) implements YamlNode {
  /** Keeps a copy. */
  public YamlList {
    items = List.copyOf(items);
  }

  @Override
  public String describe() {
    return "a list";
  }
}
