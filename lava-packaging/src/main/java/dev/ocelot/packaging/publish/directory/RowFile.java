package dev.ocelot.packaging.publish.directory;

import dev.ocelot.json.JsonWriter;
import dev.ocelot.packaging.json.JsonFields;
import dev.ocelot.packaging.json.JsonFile;
import dev.ocelot.packaging.json.JsonNode;
import dev.ocelot.packaging.json.JsonTree;
import dev.ocelot.packaging.publish.LayerServiceException;
import dev.ocelot.packaging.publish.Row;
import dev.ocelot.problem.Problem;
import dev.ocelot.problem.Problems;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * A row of the table as a file: its attributes by name, as plain JSON.
 *
 * @param file where it lies
 */
record RowFile(Path file) {
  private static final String KEY = "key";
  private static final String ATTRIBUTES = "attributes";

  Optional<Row> read() throws IOException, LayerServiceException {
    return StoredJson.read(
        file,
        "a row",
        (object, problems) -> {
          JsonFields fields = new JsonFields(object, "a row", problems);
          SortedMap<String, Row.Value> attributes = new TreeMap<>();
          fields
              .object(ATTRIBUTES)
              .ifPresent(
                  all ->
                      all.members()
                          .forEach(
                              (name, node) -> attributes.put(name, value(name, node, problems))));
          return new Row(fields.text(KEY), attributes);
        });
  }

  private static Row.Value value(String name, JsonNode node, Problems problems) {
    if (node instanceof JsonNode.Text text) {
      return new Row.Text(text.text());
    }
    if (node instanceof JsonNode.Flag flag) {
      return new Row.Flag(flag.value());
    }
    if (node instanceof JsonNode.Figure figure && figure.text().matches("-?[0-9]{1,18}")) {
      return new Row.Whole(Long.parseLong(figure.text()));
    }
    if (node instanceof JsonNode.Items items) {
      List<String> texts = new ArrayList<>();
      items.items().forEach(item -> texts.add(item instanceof JsonNode.Text t ? t.text() : ""));
      return new Row.Texts(texts);
    }
    problems.add(
        Problem.error(JsonTree.JSON_INVALID, "the attribute " + name + " has a value of no use")
            .at(node.location())
            .comparing(node.kind(), "a string, a whole number, a boolean, or an array of strings"));
    return new Row.Text("");
  }

  void write(Row row) throws IOException {
    JsonFile.write(
        file,
        json -> {
          json.object().name(KEY).value(row.key());
          json.name(ATTRIBUTES).object();
          row.attributes().forEach((name, value) -> write(json.name(name), value));
          json.end().end();
        });
  }

  private static void write(JsonWriter json, Row.Value value) {
    if (value instanceof Row.Text text) {
      json.value(text.text());
    } else if (value instanceof Row.Whole number) {
      json.value(number.value());
    } else if (value instanceof Row.Flag flag) {
      json.value(flag.value());
    } else if (value instanceof Row.Texts texts) {
      json.array();
      texts.items().forEach(json::value);
      json.end();
    }
  }
}
