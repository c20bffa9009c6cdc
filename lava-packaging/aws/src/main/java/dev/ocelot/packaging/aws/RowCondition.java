package dev.ocelot.packaging.aws;

import dev.ocelot.packaging.publish.Row;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/**
 * What must be true of a stored row for a write to happen.
 *
 * @param text in DynamoDB's language
 * @param names of attributes in the text
 * @param values in the text; empty when there are none
 */
record RowCondition(String text, Map<String, String> names, Map<String, AttributeValue> values) {

  /** There is no row with the key. */
  static RowCondition absent() {
    return new RowCondition("attribute_not_exists(#key)", Map.of("#key", RowItem.KEY), Map.of());
  }

  /** The row is as expected, whatever else others wrote into it. */
  static RowCondition as(Row expected) {
    Map<String, String> names = new TreeMap<>(Map.of("#key", RowItem.KEY));
    Map<String, AttributeValue> values = new TreeMap<>();
    List<String> terms = new ArrayList<>(List.of("attribute_exists(#key)"));
    expected
        .attributes()
        .forEach(
            (name, value) -> {
              String place = Integer.toString(names.size());
              names.put("#n" + place, name);
              values.put(":v" + place, RowItem.value(value));
              terms.add("#n" + place + " = :v" + place);
            });
    return new RowCondition(String.join(" AND ", terms), names, values);
  }

  /** There is no row with the key, or it is as expected. */
  static RowCondition absentOrAs(Row expected) {
    RowCondition same = as(expected);
    return new RowCondition(
        "attribute_not_exists(#key) OR (" + same.text() + ")", same.names(), same.values());
  }
}
