package dev.ocelot.packaging.aws;

import dev.ocelot.packaging.publish.Row;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** A row as DynamoDB has it. */
final class RowItem {
  static final String KEY = "layer_arn";

  private RowItem() {}

  static Map<String, AttributeValue> key(String key) {
    return Map.of(KEY, AttributeValue.fromS(key));
  }

  static Map<String, AttributeValue> of(Row row) {
    Map<String, AttributeValue> item = new TreeMap<>(key(row.key()));
    row.attributes().forEach((name, value) -> item.put(name, value(value)));
    return item;
  }

  static AttributeValue value(Row.Value value) {
    if (value instanceof Row.Text text) {
      return AttributeValue.fromS(text.text());
    }
    if (value instanceof Row.Whole whole) {
      return AttributeValue.fromN(Long.toString(whole.value()));
    }
    if (value instanceof Row.Flag flag) {
      return AttributeValue.fromBool(flag.value());
    }
    Row.Texts texts = (Row.Texts) value;
    return AttributeValue.fromL(texts.items().stream().map(AttributeValue::fromS).toList());
  }

  /** Attributes of other types than a row's, which others may have written, are not shown. */
  static Row row(Map<String, AttributeValue> item) {
    TreeMap<String, Row.Value> attributes = new TreeMap<>();
    item.forEach((name, value) -> shown(value).ifPresent(found -> attributes.put(name, found)));
    attributes.remove(KEY);
    AttributeValue key = item.get(KEY);
    return new Row(key == null || key.s() == null ? "" : key.s(), attributes);
  }

  private static Optional<Row.Value> shown(AttributeValue value) {
    return switch (value.type()) {
      case S -> Optional.of(new Row.Text(value.s()));
      case N -> whole(value.n());
      case BOOL -> Optional.of(new Row.Flag(value.bool()));
      case L -> texts(value.l());
      default -> Optional.empty();
    };
  }

  private static Optional<Row.Value> whole(String number) {
    try {
      return Optional.of(new Row.Whole(Long.parseLong(number)));
    } catch (NumberFormatException e) {
      return Optional.empty();
    }
  }

  private static Optional<Row.Value> texts(List<AttributeValue> values) {
    List<String> texts = new ArrayList<>();
    for (AttributeValue value : values) {
      if (value.s() == null) {
        return Optional.empty();
      }
      texts.add(value.s());
    }
    return Optional.of(new Row.Texts(texts));
  }
}
