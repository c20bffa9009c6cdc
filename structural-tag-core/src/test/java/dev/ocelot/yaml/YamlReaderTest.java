package dev.ocelot.yaml;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.ocelot.problem.Problem;
import dev.ocelot.problem.Problems;
import dev.ocelot.problem.Remedy;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class YamlReaderTest {
  private enum Network {
    NONE,
    HOST_BRIDGE
  }

  private final Problems problems = new Problems();

  private YamlReader reader(String text) {
    YamlMap map = YamlFile.parse(text.getBytes(UTF_8), "f.yml", problems);
    return new YamlReader(map, "component hello", problems);
  }

  @Test
  void readsEveryType() {
    YamlReader reader =
        reader(
            """
            text: 0123
            quoted: "a b"
            yes: true
            count: 42
            network: host-bridge
            list: [a, 1]
            inner: {k: v}
            inners: [{k: v}, {k: w}]
            named: {one: {k: v}, two: }
            nothing:
            """);

    assertThat(reader.string("text")).contains("0123");
    assertThat(reader.string("quoted", "x")).isEqualTo("a b");
    assertThat(reader.bool("yes", false)).isTrue();
    assertThat(reader.number("count", 0, 100, 7)).isEqualTo(42);
    assertThat(reader.choice("network", Network.class, Network.NONE))
        .isEqualTo(Network.HOST_BRIDGE);
    assertThat(reader.strings("list")).containsExactly("a", "1");
    assertThat(reader.map("inner").orElseThrow().keys()).containsExactly("k");
    assertThat(reader.maps("inners")).hasSize(2);
    assertThat(reader.namedMaps("named").keySet()).containsExactly("one", "two");
    assertThat(reader.has("nothing")).isFalse();
    reader.finish();
    assertThat(problems.all()).isEmpty();
  }

  @Test
  void givesDefaultsForWhatIsAbsent() {
    YamlReader reader = reader("a: ~\n");

    assertThat(reader.string("a")).isEmpty();
    assertThat(reader.string("a", "d")).isEqualTo("d");
    assertThat(reader.bool("a", true)).isTrue();
    assertThat(reader.number("a", 0, 9, 7)).isEqualTo(7);
    assertThat(reader.choice("a", Network.class, Network.NONE)).isEqualTo(Network.NONE);
    assertThat(reader.strings("a")).isEmpty();
    assertThat(reader.map("a")).isEmpty();
    assertThat(reader.maps("a")).isEmpty();
    assertThat(reader.namedMaps("a")).isEmpty();
    reader.finish();
    assertThat(problems.all()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "string | k: [a] | f.yml:1:4 | a list | a text",
        "string | k: !vault a | f.yml:1:4 | '' | ''",
        "strings | k: a | f.yml:1:4 | \"a\" | a list of texts",
        "strings | k: [a, [b]] | f.yml:1:8 | a list | a text",
        "strings | k: [a, ~] | f.yml:1:8 | nothing | a text",
        "bool | k: yes | f.yml:1:4 | \"yes\" | true or false",
        "bool | k: \"true\" | f.yml:1:4 | \"true\" | true or false",
        "number | k: 10 | f.yml:1:4 | \"10\" | a whole number from 0 to 9",
        "number | k: '7' | f.yml:1:4 | \"7\" | a whole number from 0 to 9",
        "number | k: 1.0 | f.yml:1:4 | \"1.0\" | a whole number from 0 to 9",
        "choice | k: bridge | f.yml:1:4 | \"bridge\" | one of none, host-bridge",
        "choice | k: [none] | f.yml:1:4 | a list | one of none, host-bridge",
        "map | k: v | f.yml:1:4 | \"v\" | a mapping",
        "maps | k: {a: b} | f.yml:1:4 | a mapping | a list of mappings",
        "maps | k: [a] | f.yml:1:5 | \"a\" | a mapping",
        "named | k: {a: b} | f.yml:1:8 | \"b\" | a mapping",
      })
  void reportsTheWrongTypeAndGoesOn(
      String access, String yaml, String where, String got, String expected) {
    YamlReader reader = reader(yaml);
    switch (access) {
      case "string" -> assertThat(reader.string("k", "d")).isEqualTo("d");
      case "strings" -> assertThat(reader.strings("k")).doesNotContain("b");
      case "bool" -> assertThat(reader.bool("k", true)).isTrue();
      case "number" -> assertThat(reader.number("k", 0, 9, 5)).isEqualTo(5);
      case "choice" ->
          assertThat(reader.choice("k", Network.class, Network.NONE)).isEqualTo(Network.NONE);
      case "map" -> assertThat(reader.map("k")).isEmpty();
      case "maps" -> assertThat(reader.maps("k")).isEmpty();
      default -> assertThat(reader.namedMaps("k")).isEmpty();
    }

    assertThat(problems.all()).hasSize(1);
    Problem problem = problems.all().get(0);
    assertThat(problem.location()).hasToString(where);
    assertThat(problem.got()).isEqualTo(got);
    assertThat(problem.expected()).isEqualTo(expected);
    assertThat(problem.message()).contains("component hello");
  }

  @Test
  void reportsUnknownKeysWithTheNearestKnownOne() {
    YamlReader reader = reader("inputs: [a]\nevalution: static\nzebra: 1\n");
    reader.strings("inputs");
    reader.string("evaluation");
    reader.finish();

    assertThat(problems.all())
        .extracting(Problem::toString)
        .containsExactly(
            "config-invalid: f.yml:2:1: unknown key \"evalution\" in component hello"
                + " (got \"evalution\", expected evaluation, inputs)",
            "config-invalid: f.yml:3:1: unknown key \"zebra\" in component hello"
                + " (got \"zebra\", expected evaluation, inputs)");
    assertThat(problems.all())
        .extracting(Problem::remedy)
        .containsExactly(Remedy.advice("Write evaluation for evalution"), Remedy.NONE);
  }

  @Test
  void suggestsTheChoiceThatWasMeant() {
    reader("k: nonne\n").choice("k", Network.class, Network.NONE);

    assertThat(problems.all().get(0).remedy()).isEqualTo(Remedy.advice("Write none for nonne"));
  }

  @ParameterizedTest
  @CsvSource({
    "angel, angle",
    "angl, angle",
    "anglee, angle",
    "anble, angle",
    "ANGLE, angle",
    "vkd3d_proton, vkd3d-proton",
    "vkd3d-prton, vkd3d-proton",
    "piglet, piglit",
  })
  void findsTheNearestName(String wrong, String right) {
    assertThat(NearMiss.nearest(wrong, List.of("piglit", "vkd3d-proton", "angle", "a")))
        .contains(right);
  }

  @ParameterizedTest
  @CsvSource({"zebra", "x", "''", "an"})
  void findsNothingFarAway(String wrong) {
    assertThat(NearMiss.nearest(wrong, List.of("piglit", "vkd3d-proton", "angle", "b"))).isEmpty();
  }

  @Test
  void takesTheFirstOfEquallyNearNames() {
    assertThat(NearMiss.nearest("hello", List.of("hellp", "hella", "hellz"))).contains("hella");
  }
}
