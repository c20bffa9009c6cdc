package dev.ocelot.packaging.json;

import dev.ocelot.problem.Location;
import dev.ocelot.problem.Problem;
import dev.ocelot.problem.Problems;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;

/**
 * Strict access to the members of one object. What is missing, of another type or not of the
 * expected form is a problem at its place; a harmless value is answered then, so that reading goes
 * on.
 */
public final class JsonFields {
  private static final Pattern WHOLE = Pattern.compile("0|[1-9][0-9]{0,17}");

  private final JsonNode.Members object;
  private final String what;
  private final Problems problems;
  private final TreeSet<String> known = new TreeSet<>();

  /**
   * Reads an object.
   *
   * @param object the object
   * @param what what it is, such as {@code an artifact record}
   * @param problems takes what is wrong
   */
  public JsonFields(JsonNode.Members object, String what, Problems problems) {
    this.object = object;
    this.what = what;
    this.problems = problems;
  }

  /**
   * A required, non-empty string.
   *
   * @param name the member
   * @return the text, or empty after a problem
   */
  public String text(String name) {
    String text =
        required(name, JsonNode.Text.class, "a string").map(JsonNode.Text::text).orElse("");
    if (text.isEmpty() && object.members().get(name) instanceof JsonNode.Text) {
      wrong(place(name), name + " of " + what + " is empty", "\"\"", "some text");
    }
    return text;
  }

  /**
   * A string that may be missing.
   *
   * @param name the member
   * @param otherwise the answer when it is missing
   * @return the text
   */
  public String text(String name, String otherwise) {
    return optional(name, JsonNode.Text.class, "a string")
        .map(JsonNode.Text::text)
        .orElse(otherwise);
  }

  /**
   * A required string of a form.
   *
   * @param name the member
   * @param form what the whole string must match
   * @param expected the form in words
   * @return the text; empty after a problem
   */
  public String text(String name, Pattern form, String expected) {
    return required(name, JsonNode.Text.class, "a string")
        .map(JsonNode.Text::text)
        .filter(text -> matches(name, text, form, expected))
        .orElse("");
  }

  /**
   * A string of a form that may be missing.
   *
   * @param name the member
   * @param form what the whole string must match
   * @param expected the form in words
   * @return the text; empty when it is missing or after a problem
   */
  public String optionalText(String name, Pattern form, String expected) {
    return optional(name, JsonNode.Text.class, "a string")
        .map(JsonNode.Text::text)
        .filter(text -> matches(name, text, form, expected))
        .orElse("");
  }

  /**
   * A required whole number that is not negative.
   *
   * @param name the member
   * @return the number; zero after a problem
   */
  public long whole(String name) {
    return required(name, JsonNode.Figure.class, "a whole number")
        .map(JsonNode.Figure::text)
        .filter(text -> matches(name, text, WHOLE, "a whole number that is not negative"))
        .map(Long::parseLong)
        .orElse(0L);
  }

  /**
   * A required boolean.
   *
   * @param name the member
   * @return the value; false after a problem
   */
  public boolean flag(String name) {
    return required(name, JsonNode.Flag.class, "a boolean").map(JsonNode.Flag::value).orElse(false);
  }

  /**
   * A required object.
   *
   * @param name the member
   * @return the object, or empty after a problem
   */
  public Optional<JsonNode.Members> object(String name) {
    return required(name, JsonNode.Members.class, "an object");
  }

  /**
   * An object that may be missing.
   *
   * @param name the member
   * @return the object, or empty
   */
  public Optional<JsonNode.Members> objectIfPresent(String name) {
    return optional(name, JsonNode.Members.class, "an object");
  }

  /**
   * A required array of objects.
   *
   * @param name the member
   * @return the objects; without those that were none
   */
  public List<JsonNode.Members> objects(String name) {
    return items(name, JsonNode.Members.class, "an object");
  }

  /**
   * A required array of strings.
   *
   * @param name the member
   * @return the texts; without those that were none
   */
  public List<String> texts(String name) {
    return items(name, JsonNode.Text.class, "a string").stream().map(JsonNode.Text::text).toList();
  }

  /**
   * A required object whose members are all strings, whatever their names.
   *
   * @param name the member
   * @return the texts by name, sorted; without those that were none
   */
  public SortedMap<String, String> textsByName(String name) {
    SortedMap<String, String> found = new TreeMap<>();
    object(name)
        .ifPresent(
            inner ->
                inner
                    .members()
                    .forEach(
                        (key, node) ->
                            cast(node, name, JsonNode.Text.class, "a string")
                                .ifPresent(text -> found.put(key, text.text()))));
    return found;
  }

  /**
   * Where a member's value stands, or the object when there is none.
   *
   * @param name the member
   * @return a place
   */
  public Location place(String name) {
    JsonNode node = object.members().get(name);
    return node == null ? object.location() : node.location();
  }

  /** Makes a problem of every member that nobody asked for. Called last. */
  public void finish() {
    for (String name : object.members().keySet()) {
      if (!known.contains(name)) {
        Location place = object.nameLocations().getOrDefault(name, object.location());
        wrong(place, "unknown name in " + what, name, String.join(", ", known));
      }
    }
  }

  private boolean matches(String name, String text, Pattern form, String expected) {
    if (form.matcher(text).matches()) {
      return true;
    }
    wrong(place(name), name + " of " + what + " has another form", text, expected);
    return false;
  }

  private <T extends JsonNode> List<T> items(String name, Class<T> type, String kind) {
    List<T> found = new ArrayList<>();
    required(name, JsonNode.Items.class, "an array")
        .ifPresent(
            array ->
                array.items().forEach(item -> cast(item, name, type, kind).ifPresent(found::add)));
    return found;
  }

  private <T extends JsonNode> Optional<T> required(String name, Class<T> type, String kind) {
    Optional<T> found = optional(name, type, kind);
    if (!object.members().containsKey(name)) {
      wrong(object.location(), name + " of " + what + " is missing", "nothing", kind);
    }
    return found;
  }

  private <T extends JsonNode> Optional<T> optional(String name, Class<T> type, String kind) {
    known.add(name);
    JsonNode node = object.members().get(name);
    return node == null ? Optional.empty() : cast(node, name, type, kind);
  }

  private <T extends JsonNode> Optional<T> cast(
      JsonNode node, String name, Class<T> type, String kind) {
    if (type.isInstance(node)) {
      return Optional.of(type.cast(node));
    }
    wrong(node.location(), name + " of " + what + " has another type", node.kind(), kind);
    return Optional.empty();
  }

  private void wrong(Location place, String message, String got, String expected) {
    problems.add(Problem.error(JsonTree.JSON_INVALID, message).at(place).comparing(got, expected));
  }
}
