package dev.ocelot.packaging.publish.directory;

import dev.ocelot.packaging.json.JsonNode;
import dev.ocelot.packaging.json.JsonTree;
import dev.ocelot.packaging.publish.LayerTableContract.Foreign;
import dev.ocelot.problem.Problems;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;

/**
 * Rows of a directory, changed by somebody with an editor.
 *
 * @param root the directory
 */
public record ForeignRows(Path root) {
  private static final String ATTRIBUTES = "\"attributes\": {";

  private Path file(String key) {
    return new Places(root).row(key);
  }

  /**
   * Writes attributes over those of their names.
   *
   * @param key of the row
   * @param attributes what is written
   * @throws IOException when there is no such row
   */
  public void write(String key, Map<String, Foreign> attributes) throws IOException {
    String text = Files.readString(file(key));
    for (Map.Entry<String, Foreign> attribute : attributes.entrySet()) {
      String name = "\"" + attribute.getKey() + "\": ";
      // What these tests write over is one line, or a list of texts.
      text = text.replaceFirst("(?s)\\n *" + name + "(\\[.*?\\]|[^\\n]*?),?(?=\\n)", "");
      text = text.replace(ATTRIBUTES, ATTRIBUTES + "\n" + name + json(attribute.getValue()) + ",");
    }
    Files.writeString(file(key), text);
  }

  private static String json(Foreign kind) {
    return switch (kind) {
      case TEXT -> "\"theirs\"";
      case WHOLE -> "42";
      case FLAG -> "true";
      case TEXTS -> "[\"b\", \"a\"]";
      case EMPTY_TEXT -> "\"\"";
      case FRACTION -> "-3.140000000000000000000000000001E-7";
      case NULL -> "null";
      case EMPTY_LIST -> "[]";
      case MIXED_LIST, SET_OF_BYTES -> "[\"a\", 1, [null], {\"b\": []}]";
      case SET_OF_TEXTS, MAP -> "{\"b\": {\"a\": [true, 0.5]}, \"a\": \"\"}";
      case SET_OF_NUMBERS -> "[1, 2.5, 3]";
      case BYTES -> "{}";
    };
  }

  /**
   * All that is in a row.
   *
   * @param key of the row
   * @return values by name
   * @throws IOException when there is no such row
   */
  public Map<String, String> stored(String key) throws IOException {
    Problems problems = new Problems();
    Map<String, String> stored = new TreeMap<>();
    JsonNode tree =
        new JsonTree().parse(Files.readAllBytes(file(key)), key, problems).orElseThrow();
    ((JsonNode.Members) ((JsonNode.Members) tree).get("attributes").orElseThrow())
        .members()
        .forEach((name, node) -> stored.put(name, text(node)));
    return stored;
  }

  private static String text(JsonNode node) {
    if (node instanceof JsonNode.Items items) {
      return items.items().stream().map(ForeignRows::text).toList().toString();
    }
    if (node instanceof JsonNode.Members members) {
      Map<String, String> texts = new TreeMap<>();
      members.members().forEach((name, member) -> texts.put(name, text(member)));
      return texts.toString();
    }
    if (node instanceof JsonNode.Figure figure) {
      return figure.text();
    }
    return node instanceof JsonNode.Text text
        ? "\"" + text.text() + "\""
        : node instanceof JsonNode.Flag flag ? Boolean.toString(flag.value()) : "null";
  }
}
