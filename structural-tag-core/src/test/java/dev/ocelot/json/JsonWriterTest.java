package dev.ocelot.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class JsonWriterTest {
  private final StringBuilder out = new StringBuilder();
  private final JsonWriter json = new JsonWriter(out);

  @Test
  void writesNestedValues() {
    json.object();
    json.name("a").value("x").name("b").value(-7).name("c").value(true).name("d").nullValue();
    json.name("list").array().value(1).object().end().array().end().object().name("k").value("v");
    json.end().end().name("empty").object().end();
    json.end();

    assertThat(out)
        .hasToString(
            """
            {
              "a": "x",
              "b": -7,
              "c": true,
              "d": null,
              "list": [
                1,
                {},
                [],
                {
                  "k": "v"
                }
              ],
              "empty": {}
            }
            """);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "a\"b|\"a\\\"b\"",
        "a\\b|\"a\\\\b\"",
        "/|\"/\"",
        "\u00e9\u4e2d|\"\u00e9\u4e2d\"",
        "\ud83d\udc08|\"\ud83d\udc08\"",
      })
  void writesTexts(String text, String expected) {
    json.value(text);

    assertThat(out).hasToString(expected + "\n");
  }

  @Test
  void escapesWhatIsTroublesome() {
    json.value("\0\n\r\t\u001f\u007f\u2028\u2029\ud83d \udc08");

    assertThat(out)
        .hasToString("\"\\u0000\\n\\r\\t\\u001f\\u007f\\u2028\\u2029\\ud83d \\udc08\"\n");
  }

  static List<Consumer<JsonWriter>> impossibleCalls() {
    return List.of(
        j -> j.value("a").value("b"),
        j -> j.object().value("a"),
        j -> j.object().name("a").name("b"),
        j -> j.object().name("a").end(),
        j -> j.array().name("a"),
        j -> j.name("a"),
        j -> j.end());
  }

  @ParameterizedTest
  @MethodSource("impossibleCalls")
  void refusesCallsInAnImpossibleOrder(Consumer<JsonWriter> calls) {
    assertThatThrownBy(() -> calls.accept(json)).isInstanceOf(IllegalStateException.class);
  }
}
