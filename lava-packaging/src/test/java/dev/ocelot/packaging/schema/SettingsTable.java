package dev.ocelot.packaging.schema;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import tools.jackson.databind.JsonNode;

/** The settings of one YAML file as a table in Markdown: what its schema says, and the defaults. */
final class SettingsTable {
  private final JsonNode schema;
  private final String home;
  private final JsonNode defaults;
  private final StringBuilder rows = new StringBuilder();
  private final Set<String> shown = new TreeSet<>();

  /**
   * Of one file.
   *
   * @param schema its schema
   * @param home the key whose value has the form of the defaults; empty for the file itself
   * @param defaults the section of the defaults
   */
  SettingsTable(JsonNode schema, String home, JsonNode defaults) {
    this.schema = schema;
    this.home = home;
    this.defaults = defaults;
    properties("", schema);
  }

  /** The table. */
  String markdown() {
    return "| key | type | default | meaning |\n|---|---|---|---|\n" + rows;
  }

  /** The keys of the defaults that have no row. */
  List<String> forgotten() {
    List<String> forgotten = new ArrayList<>();
    leaves("", defaults, forgotten);
    forgotten.removeAll(shown);
    return forgotten;
  }

  private static void leaves(String path, JsonNode node, List<String> leaves) {
    if (node.isObject()) {
      for (Map.Entry<String, JsonNode> entry : node.properties()) {
        leaves(joined(path, entry.getKey()), entry.getValue(), leaves);
      }
    } else {
      leaves.add(path);
    }
  }

  private void properties(String path, JsonNode object) {
    for (Map.Entry<String, JsonNode> entry : object.path("properties").properties()) {
      setting(joined(path, entry.getKey()), entry.getValue());
    }
  }

  private void setting(String path, JsonNode written) {
    JsonNode node = resolved(written);
    JsonNode items = resolved(node.path("items"));
    JsonNode named = resolved(node.path("additionalProperties"));
    row(path, written.has("description") ? written : node, node);
    properties(path, node);
    properties(path + "[]", items);
    properties(path + ".<name>", named);
  }

  private void row(String path, JsonNode described, JsonNode node) {
    String standard = standard(path);
    String meaning = described.path("description").asString("");
    if (meaning.isEmpty()) {
      throw new IllegalStateException("the schema does not say what " + path + " means");
    }
    rows.append("| `").append(path).append("` | ").append(type(node)).append(" | ");
    rows.append(standard.isEmpty() ? "" : "`" + standard + "`").append(" | ");
    rows.append(meaning.replace("|", "\\|")).append(" |\n");
  }

  private String standard(String path) {
    if (!path.startsWith(home)) {
      return "";
    }
    String below = path.substring(home.length());
    JsonNode value = defaults.at("/" + below.replace('.', '/'));
    if (value.isMissingNode() || value.isObject()) {
      return "";
    }
    shown.add(below);
    if (value.isEmpty() && value.isArray()) {
      return "";
    }
    return value.isString() ? value.asString() : value.toString().replace("\"", "");
  }

  private String type(JsonNode node) {
    if (node.has("enum")) {
      List<String> words = new ArrayList<>();
      node.get("enum").forEach(word -> words.add("`" + word.asString() + "`"));
      return "one of " + String.join(", ", words);
    }
    if (node.path("type").isArray()) {
      List<String> types = new ArrayList<>();
      node.get("type").forEach(type -> types.add(word(type.asString(), node)));
      return String.join(" or ", types);
    }
    return word(node.path("type").asString(), node);
  }

  private String word(String type, JsonNode node) {
    return switch (type) {
      case "string" -> "text";
      case "number" -> "number";
      case "boolean" -> "`true` or `false`";
      case "object" -> "section";
      case "integer" -> node.has("pattern") ? "whole number" : "whole number" + range(node);
      case "array" -> list(resolved(node.get("items")));
      default -> throw new IllegalStateException("a type without a word: " + type);
    };
  }

  private String list(JsonNode items) {
    return items.path("type").asString("").equals("object")
        ? "list of sections"
        : items.has("enum")
            ? "list of " + type(items).substring("one of ".length())
            : "list of texts";
  }

  private static String range(JsonNode node) {
    return node.has("minimum") && node.has("maximum")
        ? ", " + node.get("minimum").asLong() + " to " + node.get("maximum").asLong()
        : "";
  }

  private JsonNode resolved(JsonNode node) {
    return node.has("$ref") ? schema.at(node.get("$ref").asString().substring(1)) : node;
  }

  private static String joined(String path, String key) {
    return path.isEmpty() ? key : path + "." + key;
  }
}
