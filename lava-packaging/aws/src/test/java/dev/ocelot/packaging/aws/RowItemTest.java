package dev.ocelot.packaging.aws;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ocelot.packaging.publish.Row;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

class RowItemTest {
  /** T16, and what else others may have written into a row. */
  @Test
  void readsTheTypesThatOthersWrite() {
    Row row =
        RowItem.row(
            Map.of(
                "layer_arn", AttributeValue.fromS("arn:1"),
                "version", AttributeValue.fromN("42"),
                "ratio", AttributeValue.fromN("3.14"),
                "numbers", AttributeValue.fromNs(List.of("10", "3", "1", "2")),
                "words", AttributeValue.fromSs(List.of("b", "a")),
                "nothing", AttributeValue.fromNul(true)));

    assertThat(row.key()).isEqualTo("arn:1");
    assertThat(row.attributes())
        .containsExactly(
            Map.entry("numbers", new Row.Texts(List.of("1", "2", "3", "10"))),
            Map.entry("ratio", new Row.Text("3.14")),
            Map.entry("version", new Row.Whole(42)),
            Map.entry("words", new Row.Texts(List.of("a", "b"))));
  }
}
