package dev.ocelot.packaging.publish.directory;

import dev.ocelot.json.JsonWriter;
import dev.ocelot.packaging.json.JsonFields;
import dev.ocelot.packaging.json.JsonFile;
import dev.ocelot.packaging.json.JsonNode;
import dev.ocelot.packaging.publish.LayerServiceException;
import dev.ocelot.packaging.publish.Row;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
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

  /**
   * A row, and what others wrote beside it.
   *
   * @param row the row
   * @param others attributes with values that no row can hold
   */
  record Content(Row row, SortedMap<String, JsonNode> others) {}

  Optional<Row> read() throws IOException, LayerServiceException {
    return content().map(Content::row);
  }

  Optional<Content> content() throws IOException, LayerServiceException {
    return StoredJson.read(
        file,
        "a row",
        (object, problems) -> {
          JsonFields fields = new JsonFields(object, "a row", problems);
          SortedMap<String, Row.Value> attributes = new TreeMap<>();
          SortedMap<String, JsonNode> others = new TreeMap<>();
          fields
              .object(ATTRIBUTES)
              .map(JsonNode.Members::members)
              .orElse(Map.of())
              .forEach(
                  (name, node) ->
                      value(node)
                          .filter(value -> !value.isEmpty())
                          .ifPresentOrElse(
                              value -> attributes.put(name, value), () -> others.put(name, node)));
          return new Content(new Row(fields.text(KEY), attributes), others);
        });
  }

  private static Optional<Row.Value> value(JsonNode node) {
    if (node instanceof JsonNode.Text text) {
      return Optional.of(new Row.Text(text.text()));
    }
    if (node instanceof JsonNode.Flag flag) {
      return Optional.of(new Row.Flag(flag.value()));
    }
    if (node instanceof JsonNode.Figure figure && figure.text().matches("-?[0-9]{1,18}")) {
      return Optional.of(new Row.Whole(Long.parseLong(figure.text())));
    }
    return node instanceof JsonNode.Items items ? texts(items) : Optional.empty();
  }

  private static Optional<Row.Value> texts(JsonNode.Items items) {
    List<String> texts = new ArrayList<>();
    for (JsonNode item : items.items()) {
      if (!(item instanceof JsonNode.Text text)) {
        return Optional.empty();
      }
      texts.add(text.text());
    }
    return Optional.of(new Row.Texts(texts));
  }

  void write(Row row) throws IOException {
    write(new Content(row, new TreeMap<>()));
  }

  /** A row's own attribute takes the place of another of its name. */
  void write(Content content) throws IOException {
    JsonFile.write(
        file,
        json -> {
          json.object().name(KEY).value(content.row().key());
          json.name(ATTRIBUTES).object();
          content.row().attributes().forEach((name, value) -> write(json.name(name), value));
          content
              .others()
              .forEach(
                  (name, node) -> {
                    if (!content.row().attributes().containsKey(name)) {
                      write(json.name(name), node);
                    }
                  });
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

  private static void write(JsonWriter json, JsonNode node) {
    if (node instanceof JsonNode.Text text) {
      json.value(text.text());
    } else if (node instanceof JsonNode.Figure figure) {
      json.value(new BigDecimal(figure.text()));
    } else if (node instanceof JsonNode.Flag flag) {
      json.value(flag.value());
    } else if (node instanceof JsonNode.Items items) {
      json.array();
      items.items().forEach(item -> write(json, item));
      json.end();
    } else if (node instanceof JsonNode.Members members) {
      json.object();
      members.members().forEach((name, member) -> write(json.name(name), member));
      json.end();
    } else {
      json.nullValue();
    }
  }
}
