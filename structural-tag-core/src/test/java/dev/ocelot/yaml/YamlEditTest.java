package dev.ocelot.yaml;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.ocelot.problem.Problem;
import dev.ocelot.problem.ProblemException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class YamlEditTest {
  private static String edit(String before, String... keysAndValues) {
    YamlEdit edit = new YamlEdit(before.getBytes(UTF_8), "f.yml");
    for (int i = 0; i < keysAndValues.length; i += 2) {
      edit.set(List.of(keysAndValues[i].split("/")), keysAndValues[i + 1]);
    }
    return new String(edit.apply(), UTF_8);
  }

  static List<Arguments> valuesInPlace() {
    return List.of(
        Arguments.of("v:\n  K: old\n", "v:\n  K: new\n"),
        Arguments.of("v:\n  K: 'old'\n", "v:\n  K: 'new'\n"),
        Arguments.of("v:\n  K: \"old\"\n", "v:\n  K: \"new\"\n"),
        Arguments.of("v:\n  K: old", "v:\n  K: new"),
        Arguments.of("v:\r\n  K: old\r\n", "v:\r\n  K: new\r\n"),
        Arguments.of("v:\r  K: old\r", "v:\r  K: new\r"),
        Arguments.of("v:\n  K:   old   # why\n", "v:\n  K:   new   # why\n"),
        Arguments.of("v:\n  K:\n    old\n", "v:\n  K:\n    new\n"),
        Arguments.of("v:\n  K: &a old\n", "v:\n  K: &a new\n"),
        Arguments.of("v:\n  K: !!str old\n", "v:\n  K: !!str new\n"),
        Arguments.of("v:\n  K: !!str &a 'old'\n", "v:\n  K: !!str &a 'new'\n"),
        Arguments.of("v:\n  &k K: old\n", "v:\n  &k K: new\n"),
        Arguments.of("v:\n  ? K\n  : old\n", "v:\n  ? K\n  : new\n"),
        Arguments.of("v: &v\n  K: old\nw: *v\n", "v: &v\n  K: new\nw: *v\n"),
        Arguments.of("v:\n  K: &a old\nw: *a\n", "v:\n  K: &a new\nw: *a\n"),
        Arguments.of("v: {K: old}\n", "v: {K: new}\n"),
        Arguments.of("{\"v\":{\"K\":\"old\"}}", "{\"v\":{\"K\":\"new\"}}"),
        Arguments.of("v: {A: [1, {b: c}], K: old, }\n", "v: {A: [1, {b: c}], K: new, }\n"),
        Arguments.of("v:\n  K:\n", "v:\n  K: new\n"),
        Arguments.of("v:\n  K: # why\n", "v:\n  K: new # why\n"),
        Arguments.of("v:\n  K: ~\n", "v:\n  K: new\n"),
        Arguments.of("v:\n  K: null\n", "v:\n  K: new\n"),
        Arguments.of("v:\n  K: &a\n  L: x\n", "v:\n  K: &a new\n  L: x\n"),
        Arguments.of("v: {K: , L: x}\n", "v: {K: new , L: x}\n"),
        Arguments.of("v: {K: ~}\n", "v: {K: new}\n"),
        Arguments.of("v: {'K':}\n", "v: {'K': new}\n"),
        Arguments.of("v:\n  J: 'x'\n  K:\n", "v:\n  J: 'x'\n  K: 'new'\n"),
        Arguments.of("\uFEFFv:\n  K: old\n", "\uFEFFv:\n  K: new\n"),
        Arguments.of(
            "# \uD83D\uDC08\nv: # \u00e9\n  K: old\n", "# \uD83D\uDC08\nv: # \u00e9\n  K: new\n"),
        Arguments.of("v: {'\uD83D\uDC08': x, K: old}\n", "v: {'\uD83D\uDC08': x, K: new}\n"),
        Arguments.of("%YAML 1.1\n---\nv:\n  K: old\n...\n", "%YAML 1.1\n---\nv:\n  K: new\n...\n"),
        Arguments.of(
            "b: &b {K: x}\nv:\n  <<: *b\n  K: old\n", "b: &b {K: x}\nv:\n  <<: *b\n  K: new\n"),
        Arguments.of("v:\n  J: &j new\n  K: *j\n", "v:\n  J: &j new\n  K: *j\n"));
  }

  @ParameterizedTest
  @MethodSource("valuesInPlace")
  void editsOnlyTheValue(String before, String after) {
    assertThat(edit(before, "v/K", "new")).isEqualTo(after);
    assertThat(edit(after, "v/K", "new")).isEqualTo(after);
  }

  static List<Arguments> insertions() {
    return List.of(
        Arguments.of("v:\n  A: x\n  Z: y\n", "v:\n  A: x\n  K: new\n  Z: y\n"),
        Arguments.of("v:\n  A: x\n", "v:\n  A: x\n  K: new\n"),
        Arguments.of("v:\n  A: x", "v:\n  A: x\n  K: new"),
        Arguments.of("v:\n  Z: x\n", "v:\n  K: new\n  Z: x\n"),
        Arguments.of("v:\r\n    A: x\r\nw: y\r\n", "v:\r\n    A: x\r\n    K: new\r\nw: y\r\n"),
        Arguments.of("v:\n  A: x\r\n  Z: y\n", "v:\n  A: x\r\n  K: new\r\n  Z: y\n"),
        Arguments.of("v:\r\n  A: x", "v:\r\n  A: x\r\n  K: new"),
        Arguments.of(
            "v:\n  A: x # a\n  # z\n  Z: y\n", "v:\n  A: x # a\n  K: new\n  # z\n  Z: y\n"),
        Arguments.of("v:\n  # z\n  # zz\n  Z: y\n", "v:\n  K: new\n  # z\n  # zz\n  Z: y\n"),
        Arguments.of("v:\n  # head\n\n  Z: y\n", "v:\n  # head\n\n  K: new\n  Z: y\n"),
        Arguments.of("v:\n  A: x\n\n  Z: y\n", "v:\n  A: x\n  K: new\n\n  Z: y\n"),
        Arguments.of("v:\n  Z: y\n  A: x\n", "v:\n  K: new\n  Z: y\n  A: x\n"),
        Arguments.of("v:\n  A: 'x'\n", "v:\n  A: 'x'\n  K: 'new'\n"),
        Arguments.of("v:\n  \"A\": \"x\"\n", "v:\n  \"A\": \"x\"\n  \"K\": \"new\"\n"),
        Arguments.of("v:\n  A: |\n    x\n  Z: y\n", "v:\n  A: |\n    x\n  K: new\n  Z: y\n"),
        Arguments.of("v:\n  A: [\n    x]\nw: 1\n", "v:\n  A: [\n    x]\n  K: new\nw: 1\n"),
        Arguments.of("v:\n  A:\n  - x\nw: 1\n", "v:\n  A:\n  - x\n  K: new\nw: 1\n"),
        Arguments.of("v:\n  A: x\n...\n", "v:\n  A: x\n  K: new\n...\n"),
        Arguments.of("b: &b {K: x}\nv:\n  <<: *b\n", "b: &b {K: x}\nv:\n  <<: *b\n  K: new\n"),
        Arguments.of("v: {A: x, Z: y}\n", "v: {A: x, K: new, Z: y}\n"),
        Arguments.of("v: {A: x}\n", "v: {A: x, K: new}\n"),
        Arguments.of("v: {A: x,}\n", "v: {A: x, K: new,}\n"),
        Arguments.of("v: {Z: x}\n", "v: {K: new, Z: x}\n"),
        Arguments.of("v: {\"Z\":\"x\"}\n", "v: {\"K\": \"new\", \"Z\":\"x\"}\n"),
        Arguments.of("v: {\n  A: x,\n  Z: y\n}\n", "v: {\n  A: x,\n  K: new,\n  Z: y\n}\n"),
        Arguments.of("v: {\n  A: x\n}\n", "v: {\n  A: x,\n  K: new\n}\n"));
  }

  static List<Arguments> mappingsThatAreMade() {
    return List.of(
        Arguments.of("{v: {}}", "{v: {K: new}}"),
        Arguments.of("{v: }", "{v: {K: new} }"),
        Arguments.of("{v: ~}", "{v: {K: new}}"),
        Arguments.of("{}", "{v: {K: new}}"),
        Arguments.of("{a: b}", "{a: b, v: {K: new}}"),
        Arguments.of("v:\n", "v:\n  K: new\n"),
        Arguments.of("v:", "v:\n  K: new"),
        Arguments.of("v: # why\n# end\n", "v: # why\n  K: new\n# end\n"),
        Arguments.of("v: ~ # why\nw: x\n", "v: # why\n  K: new\nw: x\n"),
        Arguments.of("v: {}\n", "v:\n  K: new\n"),
        Arguments.of("v: &v { } # why\n", "v: &v # why\n  K: new\n"),
        Arguments.of("a:\n    b: c\nv:\n", "a:\n    b: c\nv:\n    K: new\n"),
        Arguments.of("a:\n- b: c\nv:\n", "a:\n- b: c\nv:\n  K: new\n"),
        Arguments.of("a: b\n", "a: b\nv:\n  K: new\n"),
        Arguments.of("a: b", "a: b\nv:\n  K: new"),
        Arguments.of("z: b\r\n", "z: b\r\nv:\r\n  K: new\r\n"),
        Arguments.of("", "v:\n  K: new\n"),
        Arguments.of("\uFEFF", "\uFEFFv:\n  K: new\n"),
        Arguments.of("# only\r\n", "# only\r\nv:\r\n  K: new\r\n"),
        Arguments.of("# only", "# only\nv:\n  K: new"),
        Arguments.of("---\n# c\n", "---\nv:\n  K: new\n# c\n"));
  }

  @ParameterizedTest
  @MethodSource({"insertions", "mappingsThatAreMade"})
  void putsInAMissingKey(String before, String after) {
    assertThat(edit(before, "v/K", "new")).isEqualTo(after);
  }

  @Test
  void putsInSeveralKeysEachInItsPlace() {
    String before = "v:\n  B: 1\n  D: 2\n  F: 3\n";

    assertThat(
            edit(before, "v/G", "g", "v/E", "e", "v/A", "a", "v/C2", "d", "v/C", "c", "v/D", "x"))
        .isEqualTo("v:\n  A: a\n  B: 1\n  C: c\n  C2: d\n  D: x\n  E: e\n  F: 3\n  G: g\n");
    assertThat(
            edit("v: {B: 1, D: 2}", "v/A", "a", "v/C", "c", "v/C2", "d", "v/E", "e", "v/E2", "f"))
        .isEqualTo("v: {A: a, B: 1, C: c, C2: d, D: 2, E: e, E2: f}");
  }

  @Test
  void makesDeepPlaces() {
    assertThat(edit("a: b\n", "x/m/z", "1e5", "x/m/w", "v", "k", "v"))
        .isEqualTo("a: b\nk: v\nx:\n  m:\n    w: v\n    z: '1e5'\n");
  }

  static List<Arguments> textsThatNeedQuotes() {
    return List.of(
        Arguments.of("12345678901234567890123456789012", "'12345678901234567890123456789012'"),
        Arguments.of("12345e67890123456789012345678901", "'12345e67890123456789012345678901'"),
        Arguments.of("0b101010101010101010101010101010", "'0b101010101010101010101010101010'"),
        Arguments.of("123e", "'123e'"),
        Arguments.of("e1234567890", "e1234567890"),
        Arguments.of("1a2b", "1a2b"),
        Arguments.of("0x1F", "'0x1F'"),
        Arguments.of("0o17", "'0o17'"),
        Arguments.of("1_000", "'1_000'"),
        Arguments.of("1.5", "'1.5'"),
        Arguments.of(".5", "'.5'"),
        Arguments.of("-1", "'-1'"),
        Arguments.of("1:30", "'1:30'"),
        Arguments.of("2001-01-01", "'2001-01-01'"),
        Arguments.of(".nan", "'.nan'"),
        Arguments.of("Yes", "'Yes'"),
        Arguments.of("off", "'off'"),
        Arguments.of("y", "'y'"),
        Arguments.of("Null", "'Null'"),
        Arguments.of("~", "'~'"),
        Arguments.of("", "''"),
        Arguments.of("a b", "'a b'"),
        Arguments.of("it's", "'it''s'"),
        Arguments.of("a: b", "'a: b'"),
        Arguments.of("a\nb", "\"a\\nb\""),
        Arguments.of("\u00e9", "'\u00e9'"),
        Arguments.of("\u2028\u0007", "\"\\u2028\\u0007\""),
        Arguments.of("v1.2.3", "v1.2.3"),
        Arguments.of("build-456", "build-456"));
  }

  @ParameterizedTest
  @MethodSource("textsThatNeedQuotes")
  void quotesWhatAReaderCouldMisread(String text, String spelt) {
    assertThat(edit("K: old\n", "K", text)).isEqualTo("K: " + spelt + "\n");
    assertThat(edit("J: x\n", "K", text)).isEqualTo("J: x\nK: " + spelt + "\n");
  }

  @Test
  void keepsQuotesThatAreThere() {
    assertThat(edit("K: \"a\"\n", "K", "say \"x\"\\")).isEqualTo("K: \"say \\\"x\\\"\\\\\"\n");
    assertThat(edit("K: 'a'\n", "K", "it's")).isEqualTo("K: 'it''s'\n");
  }

  static List<Arguments> refused() {
    return List.of(
        Arguments.of("a: &a x\nv:\n  K: *a\n", "f.yml:3:6", "alias *a"),
        Arguments.of("a: &a {}\nv:\n  K: *a\n", "f.yml:3:6", "alias *a"),
        Arguments.of("v:\n  J: *j\n  K: old\n", "f.yml:2:6", "no anchor"),
        Arguments.of("v:\n  K: &k old\n  L: *k\n", "f.yml:3:3", "\"L\" repeats"),
        Arguments.of("v:\n  K: |\n    old\n", "f.yml:2:6", "several lines"),
        Arguments.of("v:\n  K: >-\n    old\n", "f.yml:2:6", "several lines"),
        Arguments.of("v:\n  K: old\n    er\n", "f.yml:2:6", "several lines"),
        Arguments.of("v:\n  K: \"old\n    er\"\n", "f.yml:2:6", "several lines"),
        Arguments.of("v:\n  K: [a]\n", "f.yml:2:6", "list or a mapping"),
        Arguments.of("v:\n  K: {a: b}\n", "f.yml:2:6", "list or a mapping"),
        Arguments.of("v:\n  K: !!int 5\n", "f.yml:2:6", "tag tag:yaml.org,2002:int"),
        Arguments.of("v:\n  K: !vault 5\n", "f.yml:2:6", "tag !vault"),
        Arguments.of("v: text\n", "f.yml:1:4", "\"v\" holds no mapping, so K"),
        Arguments.of("v: [a]\n", "f.yml:1:4", "\"v\" holds no mapping, so K"),
        Arguments.of("a: &a {K: x}\nv: *a\n", "f.yml:2:4", "\"v\" holds no mapping"),
        Arguments.of("- a\n", "f.yml:1:1", "does not hold a mapping"),
        Arguments.of("~\n", "f.yml", "does not hold a mapping"),
        Arguments.of("v: {K}\n", "f.yml:1:5", "no colon"),
        Arguments.of("v:\n  ? A\n  : x\n", "f.yml:2:5", "no key can be put in"),
        Arguments.of("v: {A: x, # a\n}\n", "f.yml:1:5", "no key can be put in"),
        Arguments.of("v:\n  K: a\n  K: b\n", "f.yml:3:3", "there twice"));
  }

  @ParameterizedTest
  @MethodSource("refused")
  void refusesWhatCannotBeEdited(String before, String where, String why) {
    ProblemException e =
        catchThrowableOfType(ProblemException.class, () -> edit(before, "v/K", "new"));

    assertThat(e).as(before).isNotNull();
    Problem problem = e.problems().get(0);
    assertThat(problem.location()).hasToString(where);
    assertThat(problem.message()).contains(why);
  }

  @Test
  void refusesABlockTextThatWouldGainALineEnd() {
    assertThat(
            catchThrowableOfType(
                ProblemException.class, () -> edit("v:\n  A: |\n    x", "v/K", "new")))
        .isNotNull();
  }

  @Test
  void returnsTheSameBytesWhenNothingChanges() {
    byte[] bytes = "v:\n  K: 0123\n".getBytes(UTF_8);

    assertThat(new YamlEdit(bytes, "f").set(List.of("v", "K"), "0123").apply()).isSameAs(bytes);
    assertThat(new YamlEdit(bytes, "f").apply()).isSameAs(bytes);
  }
}
