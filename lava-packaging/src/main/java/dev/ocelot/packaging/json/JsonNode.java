package dev.ocelot.packaging.json;

import dev.ocelot.problem.Location;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A value of a JSON document, with the place where it begins. */
public sealed interface JsonNode {

  /**
   * Where it begins.
   *
   * @return a line and a column
   */
  Location location();

  /**
   * What it is, in the words of a problem.
   *
   * @return such as {@code an object}
   */
  String kind();

  /**
   * An object.
   *
   * @param members by name, in the order of the document
   * @param nameLocations where each name stands
   * @param location where it begins
   */
  record Members(
      Map<String, JsonNode> members, Map<String, Location> nameLocations, Location location)
      implements JsonNode {
    /** Keeps copies in order. */
    public Members {
      members = Collections.unmodifiableMap(new LinkedHashMap<>(members));
      nameLocations = Map.copyOf(nameLocations);
    }

    /**
     * A member.
     *
     * @param name its name
     * @return its value, or empty when there is none
     */
    public Optional<JsonNode> get(String name) {
      return Optional.ofNullable(members.get(name));
    }

    @Override
    public String kind() {
      return "an object";
    }
  }

  /**
   * An array.
   *
   * @param items in order
   * @param location where it begins
   */
  record Items(List<JsonNode> items, Location location) implements JsonNode {
    /** Keeps a copy. */
    public Items {
      items = List.copyOf(items);
    }

    @Override
    public String kind() {
      return "an array";
    }
  }

  /**
   * A string.
   *
   * @param text without quotes and escapes; never with half a surrogate pair
   * @param location where it begins
   */
  record Text(String text, Location location) implements JsonNode {
    @Override
    public String kind() {
      return "a string";
    }
  }

  /**
   * A number.
   *
   * @param text as written, since not every number fits a type
   * @param location where it begins
   */
  record Figure(String text, Location location) implements JsonNode {
    @Override
    public String kind() {
      return "a number";
    }
  }

  /**
   * True or false.
   *
   * @param value which
   * @param location where it begins
   */
  record Flag(boolean value, Location location) implements JsonNode {
    @Override
    public String kind() {
      return "a boolean";
    }
  }

  /**
   * Null.
   *
   * @param location where it begins
   */
  record Nothing(Location location) implements JsonNode {
    @Override
    public String kind() {
      return "null";
    }
  }
}
