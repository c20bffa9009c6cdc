package dev.ocelot.yaml;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.ocelot.problem.Problems;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * The cases of Mesa's {@code test_update_tag.py} in which the tags file is written: a key is set in
 * an empty mapping, then another one; the first keeps its value as text and the keys are sorted.
 */
class TagsFileConformanceTest {
  private static final String SECOND = "CONDITIONAL_BUILD_ANOTHER_COMPONENT_TAG";

  @ParameterizedTest
  @CsvSource({
    "CONDITIONAL_BUILD_TEST_TAG, new_tag, new_tag",
    "CONDITIONAL_BUILD_MY_COMPONENT_TAG, v1.2.3, v1.2.3",
    "CONDITIONAL_BUILD_UPPERCASE_TAG, 123, '''123'''",
    "CONDITIONAL_BUILD_123SERVICE_TAG, build-456, build-456",
  })
  void setsOneKeyAfterAnother(String key, String text, String spelt) {
    for (String empty : List.of("variables: {}\n", "variables:\n", "")) {
      byte[] edited = empty.getBytes(UTF_8);
      byte[] canonical = edited;
      for (Map.Entry<String, String> set :
          List.of(Map.entry(key, text), Map.entry(SECOND, "secondary_tag"))) {
        edited =
            new YamlEdit(edited, "f")
                .set(List.of("variables", set.getKey()), set.getValue())
                .apply();
        canonical = CanonicalYaml.dump(canonical, "f", Map.of(set.getKey(), set.getValue()));
      }

      String first = "  " + key + ": " + spelt + "\n";
      String second = "  " + SECOND + ": secondary_tag\n";
      boolean before = key.compareTo(SECOND) < 0;
      String expected = "variables:\n" + (before ? first + second : second + first);
      assertThat(edited).asString(UTF_8).isEqualTo(expected);
      assertThat(canonical).asString(UTF_8).isEqualTo(expected);
      YamlMap root = YamlFile.parse(edited, "f", new Problems());
      YamlMap variables = (YamlMap) root.get("variables").orElseThrow();
      assertThat(variables.get(key).orElseThrow())
          .extracting(n -> ((YamlScalar) n).text())
          .isEqualTo(text);
    }
  }
}
