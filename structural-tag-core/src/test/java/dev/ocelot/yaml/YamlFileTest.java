package dev.ocelot.yaml;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.ocelot.problem.Problem;
import dev.ocelot.problem.Problems;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class YamlFileTest {
  private final Problems problems = new Problems();

  private YamlMap parse(String text) {
    return YamlFile.parse(text.getBytes(UTF_8), "f.yml", problems);
  }

  static List<Arguments> valuesKeptAsText() {
    return List.of(
        Arguments.of("k: abc", "abc"),
        Arguments.of("k: 'a b'", "a b"),
        Arguments.of("k: \"a\\tb\"", "a\tb"),
        Arguments.of("k: 0123", "0123"),
        Arguments.of("k: 12345e67", "12345e67"),
        Arguments.of("k: yes", "yes"),
        Arguments.of("k: 1:30", "1:30"),
        Arguments.of("k: 2001-01-01", "2001-01-01"),
        Arguments.of("k: &a v", "v"),
        Arguments.of("k: !!str 5", "5"),
        Arguments.of("k: !!int 5", "5"),
        Arguments.of("a: &a v\nk: *a", "v"),
        Arguments.of("k: v # comment", "v"),
        Arguments.of("k: v\r\n", "v"),
        Arguments.of("k: a\n  b", "a b"),
        Arguments.of("k: |\n  a\n  b\n", "a\nb\n"),
        Arguments.of("k: >-\n  a\n  b\n", "a b"),
        Arguments.of("{k: v}", "v"),
        Arguments.of("\"k\": v", "v"),
        Arguments.of("? k\n: v", "v"),
        Arguments.of("--- \nk: v\n...\n", "v"),
        Arguments.of("%YAML 1.2\n---\nk: v", "v"),
        Arguments.of("\uFEFFk: v", "v"),
        Arguments.of("k: \uD83D\uDC08", "\uD83D\uDC08"),
        Arguments.of("base: &b {k: v}\n<<: *b", "v"),
        Arguments.of("<<: [{k: v}, {k: w}]", "v"),
        Arguments.of("<<: {k: w}\nk: v", "v"));
  }

  @ParameterizedTest
  @MethodSource("valuesKeptAsText")
  void keepsTheTextOfAValue(String yaml, String expected) {
    YamlMap map = parse(yaml);

    assertThat(problems.all()).isEmpty();
    assertThat(map.get("k")).get().extracting(n -> ((YamlScalar) n).text()).isEqualTo(expected);
  }

  static List<Arguments> positions() {
    return List.of(
        Arguments.of("k: v", "f.yml:1:1", "f.yml:1:4"),
        Arguments.of("\uFEFFk: v", "f.yml:1:1", "f.yml:1:4"),
        Arguments.of("# \uD83D\uDC08\n\n  k:   v", "f.yml:3:3", "f.yml:3:8"),
        Arguments.of("{\"\uD83D\uDC08\": 1, k: v}", "f.yml:1:10", "f.yml:1:13"),
        Arguments.of("a: 1\r\nk: v\r\n", "f.yml:2:1", "f.yml:2:4"),
        Arguments.of("a: 1\rk: v\r", "f.yml:2:1", "f.yml:2:4"));
  }

  @ParameterizedTest
  @MethodSource("positions")
  void knowsWhereThingsStand(String yaml, String key, String value) {
    YamlMap map = parse(yaml);

    assertThat(map.keyLocation("k")).hasToString(key);
    assertThat(map.get("k").orElseThrow().location()).hasToString(value);
  }

  @Test
  void readsAnEmptyFileAsAnEmptyMapping() {
    for (String empty : List.of("", "\n", "# only this\n", "---\n", "\uFEFF", "~", "null")) {
      assertThat(parse(empty).keys()).isEmpty();
    }
    assertThat(problems.all()).isEmpty();
  }

  @Test
  void keepsForeignTagsAsData() {
    YamlMap map = parse("a: !reference [x, y]\nb: !vault v\nc: !custom {d: e}\n");

    assertThat(map.get("a").orElseThrow().tag()).isEqualTo("!reference");
    assertThat(map.get("b").orElseThrow().tag()).isEqualTo("!vault");
    assertThat(map.get("c").orElseThrow().tag()).isEqualTo("!custom");
    assertThat(problems.all()).isEmpty();
  }

  @Test
  void reportsEveryDuplicateAndKeepsTheFirst() {
    YamlMap map = parse("a: 1\nb: 2\na: 3\n\"b\": 4\n");

    assertThat(problems.all())
        .extracting(Problem::toString)
        .containsExactly(
            "config-invalid: f.yml:3:1: the key \"a\" is there twice, first at f.yml:1:1",
            "config-invalid: f.yml:4:1: the key \"b\" is there twice, first at f.yml:2:1");
    assertThat(map.get("a")).get().extracting(n -> ((YamlScalar) n).text()).isEqualTo("1");
  }

  @Test
  void readsSeveralDocumentsWhereTheyAreMeant(@TempDir Path dir) throws IOException {
    Path file =
        Files.writeString(dir.resolve("f"), "spec: &a {x: y}\n---\na: b\n...\n---\n---\nc: d\n");

    assertThat(YamlFile.readDocuments(file, "f", problems))
        .extracting(YamlMap::keys)
        .containsExactly(List.of("spec"), List.of("a"), List.of(), List.of("c"));
    assertThat(problems.all()).isEmpty();
  }

  @Test
  void forgetsAnchorsBetweenDocuments(@TempDir Path dir) throws IOException {
    Path file = Files.writeString(dir.resolve("f"), "a: &a b\n---\nc: *a\n");

    assertThat(YamlFile.readDocuments(file, "f", problems)).hasSize(1);
    assertThat(problems.all().get(0).location()).hasToString("f:3:4");
  }

  @Test
  void readsNoDocumentInAnEmptyFile(@TempDir Path dir) throws IOException {
    assertThat(YamlFile.readDocuments(Files.writeString(dir.resolve("f"), ""), "f", problems))
        .isEmpty();
  }
}
