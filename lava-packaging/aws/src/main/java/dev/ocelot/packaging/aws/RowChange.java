package dev.ocelot.packaging.aws;

import dev.ocelot.packaging.publish.Row;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/**
 * What is to be changed about a stored row, and what must be true of it. Attributes that stay are
 * not written, nor those that no row shows.
 *
 * @param text in DynamoDB's language; empty when nothing changes
 * @param condition with the names and values of both texts
 */
record RowChange(String text, RowCondition condition) {

  /**
   * From an expected row to its replacement.
   *
   * @param unread what stands, unseen in the expected row, where the replacement has an attribute
   */
  static RowChange of(Row expected, Row replacement, Map<String, AttributeValue> unread) {
    RowCondition same = RowCondition.as(expected);
    Map<String, String> names = new TreeMap<>(same.names());
    Map<String, AttributeValue> values = new TreeMap<>(same.values());
    List<String> terms = new ArrayList<>(List.of(same.text()));
    List<String> set = new ArrayList<>();
    List<String> removed = new ArrayList<>();
    replacement
        .attributes()
        .forEach(
            (name, value) -> {
              if (value.equals(expected.attributes().get(name))) {
                return;
              }
              String place = Integer.toString(set.size());
              names.put("#s" + place, name);
              values.put(":s" + place, RowItem.value(value));
              set.add("#s" + place + " = :s" + place);
              if (!expected.attributes().containsKey(name)) {
                AttributeValue found = unread.get(name);
                if (found == null) {
                  terms.add("attribute_not_exists(#s" + place + ")");
                } else {
                  values.put(":u" + place, found);
                  terms.add("#s" + place + " = :u" + place);
                }
              }
            });
    for (String name : expected.attributes().keySet()) {
      if (!replacement.attributes().containsKey(name)) {
        String place = "#r" + removed.size();
        names.put(place, name);
        removed.add(place);
      }
    }
    String text = clause("SET ", set) + clause(" REMOVE ", removed);
    return new RowChange(
        text.strip(), new RowCondition(String.join(" AND ", terms), names, values));
  }

  private static String clause(String verb, List<String> items) {
    return items.isEmpty() ? "" : verb + String.join(", ", items);
  }
}
