package dev.ocelot.yaml;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.ocelot.problem.Problems;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;

class YamlEditFuzzTest {
  private static final int DOCUMENTS = 1_500;

  private static Map<String, String> variables(byte[] bytes) {
    Problems problems = new Problems();
    YamlMap root = YamlFile.parse(bytes, "f.yml", problems);
    assertThat(problems.all()).as(() -> new String(bytes, UTF_8)).isEmpty();
    YamlMap variables = (YamlMap) root.get("variables").orElseThrow();
    Map<String, String> values = new LinkedHashMap<>();
    for (String key : variables.keys()) {
      values.put(key, ((YamlScalar) variables.get(key).orElseThrow()).text());
    }
    return values;
  }

  @Test
  void changesOnlyTheValues() {
    for (long seed = 0; seed < DOCUMENTS; seed++) {
      RandomYaml document = new RandomYaml(seed);
      assertThat(variables(document.bytes())).isEqualTo(document.values());
      Random random = new Random(seed);
      Map<String, String> expected = new LinkedHashMap<>(document.values());
      YamlEdit edit = new YamlEdit(document.bytes(), "f.yml");
      for (String key : document.values().keySet()) {
        if (random.nextBoolean()) {
          String value = document.tag();
          expected.put(key, value);
          edit.set(List.of("variables", key), value);
        }
      }

      byte[] edited = edit.apply();

      assertThat(variables(edited)).as("seed %d", seed).isEqualTo(expected);
      assertAround(new String(edited, UTF_8), document, seed);
    }
  }

  /** Everything around the values stands where it stood, and the values take one word each. */
  private static void assertAround(String edited, RandomYaml document, long seed) {
    int at = 0;
    for (String piece : document.between()) {
      assertThat(edited.startsWith(piece, at)).as("seed %d at %d: %s", seed, at, edited).isTrue();
      at += piece.length();
      while (at < edited.length() && "0123456789abcdef'\"".indexOf(edited.charAt(at)) >= 0) {
        at++;
      }
    }
    assertThat(at).as("seed %d", seed).isEqualTo(edited.length());
  }

  @Test
  void putsInKeysAndLeavesTheRest() {
    for (long seed = 0; seed < DOCUMENTS; seed++) {
      RandomYaml document = new RandomYaml(seed);
      Map<String, String> expected = new LinkedHashMap<>(document.values());
      YamlEdit edit = new YamlEdit(document.bytes(), "f.yml");
      for (String key : List.of("A", "K1", "K2x", "Z")) {
        String value = document.tag();
        expected.put(key, value);
        edit.set(List.of("variables", key), value);
      }

      byte[] edited = edit.apply();

      assertThat(variables(edited))
          .as("seed %d", seed)
          .containsExactlyInAnyOrderEntriesOf(expected);
      assertThat(isSubsequence(withoutK1(document), new String(edited, UTF_8)))
          .as("seed %d: %s", seed, new String(edited, UTF_8))
          .isTrue();
      byte[] again = new YamlEdit(edited, "f.yml").set(List.of("variables", "A"), "").apply();
      assertThat(variables(again)).as("seed %d", seed).containsEntry("A", "");
    }
  }

  /** The document without the one value that is edited. */
  private static String withoutK1(RandomYaml document) {
    String text = new String(document.bytes(), UTF_8);
    String value = document.values().get("K1");
    return value == null ? text : text.replace(value, "");
  }

  private static boolean isSubsequence(String part, String whole) {
    int at = 0;
    for (int i = 0; i < whole.length() && at < part.length(); i++) {
      if (whole.charAt(i) == part.charAt(at)) {
        at++;
      }
    }
    return at == part.length();
  }
}
