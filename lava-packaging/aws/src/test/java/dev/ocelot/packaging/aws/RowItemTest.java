package dev.ocelot.packaging.aws;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ocelot.packaging.publish.Row;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

final class RowItemTest {
  private static final Row ROW =
      new Row(
          "arn:aws:lambda:us-east-1:123456789012:layer:x:1",
          new TreeMap<>(
              Map.of(
                  "text", new Row.Text("t"),
                  "whole", new Row.Whole(42),
                  "flag", new Row.Flag(true),
                  "texts", new Row.Texts(List.of("b", "a")))));

  @Test
  void comesBackAsItWent() {
    assertThat(RowItem.row(RowItem.of(ROW))).isEqualTo(ROW);
    assertThat(RowItem.of(ROW)).containsEntry("whole", AttributeValue.fromN("42"));
  }

  /** A row that was read must be the row that a condition speaks of, so nothing is converted. */
  @Test
  void whatARowCannotHoldIsNotShown() {
    Map<String, AttributeValue> item = new TreeMap<>(RowItem.of(ROW));
    item.put("fraction", AttributeValue.fromN("3.14"));
    item.put("set", AttributeValue.fromNs(List.of("1", "2", "3")));
    item.put("map", AttributeValue.fromM(Map.of("a", AttributeValue.fromS("b"))));
    item.put("mixed", AttributeValue.fromL(List.of(AttributeValue.fromN("1"))));

    assertThat(RowItem.row(item)).isEqualTo(ROW);
  }
}
