package dev.ocelot.packaging.json;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.ocelot.problem.Problem;
import dev.ocelot.problem.Problems;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

class JsonFieldsTest {
  private final Problems problems = new Problems();

  private JsonFields fields(String json) {
    JsonNode root = new JsonTree().parse(json.getBytes(UTF_8), "a.json", problems).orElseThrow();
    return new JsonFields((JsonNode.Members) root, "the thing", problems);
  }

  private List<String> found() {
    return problems.all().stream().map(Problem::toString).toList();
  }

  @Test
  void answersWhatIsThere() {
    JsonFields fields =
        fields(
            "{\"t\": \"x\", \"n\": 12, \"b\": true, \"o\": {}, \"l\": [\"p\", \"q\"], \"m\": [{}, {}]}");

    assertThat(fields.text("t")).isEqualTo("x");
    assertThat(fields.text("t", Pattern.compile("x+"), "some x")).isEqualTo("x");
    assertThat(fields.text("other", "z")).isEqualTo("z");
    assertThat(fields.whole("n")).isEqualTo(12);
    assertThat(fields.flag("b")).isTrue();
    assertThat(fields.object("o")).isPresent();
    assertThat(fields.objectIfPresent("none")).isEmpty();
    assertThat(fields.texts("l")).containsExactly("p", "q");
    assertThat(fields.objects("m")).hasSize(2);
    fields.finish();
    assertThat(found()).isEmpty();
  }

  @Test
  void gathersEverythingThatIsWrong() {
    JsonFields fields =
        fields(
            "{\"t\": 1,\n\"n\": 1.5,\n\"b\": \"true\",\n\"l\": [\"p\", 1],\n\"e\": \"\", \"x\": 1}");

    assertThat(fields.text("t")).isEmpty();
    assertThat(fields.whole("n")).isZero();
    assertThat(fields.flag("b")).isFalse();
    assertThat(fields.texts("l")).containsExactly("p");
    assertThat(fields.text("e")).isEmpty();
    assertThat(fields.text("gone")).isEmpty();
    fields.finish();

    assertThat(found())
        .containsExactly(
            "json-invalid: a.json:1:7: t of the thing has another type (got a number, expected a string)",
            "json-invalid: a.json:2:6: n of the thing has another form"
                + " (got 1.5, expected a whole number that is not negative)",
            "json-invalid: a.json:3:6: b of the thing has another type (got a string, expected a boolean)",
            "json-invalid: a.json:4:12: l of the thing has another type (got a number, expected a string)",
            "json-invalid: a.json:5:6: e of the thing is empty (got \"\", expected some text)",
            "json-invalid: a.json:1:1: gone of the thing is missing (got nothing, expected a string)",
            "json-invalid: a.json:5:10: unknown name in the thing (got x, expected b, e, gone, l, n, t)");
  }
}
