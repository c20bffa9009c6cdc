package dev.ocelot.packaging.collector.verify;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ocelot.packaging.collector.distribution.ComponentKind;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ComponentMatchTest {
  private static List<String> words(String text) {
    return Arrays.stream(text.split(" ", -1)).filter(word -> !word.isEmpty()).toList();
  }

  @ParameterizedTest
  @CsvSource(
      value = {
        "exporter  | otlp otlphttp       | otlp otlphttp         | ''      | ''",
        "processor | memorylimiter batch | memory_limiter batch  | ''      | ''",
        "extension | asmauthextension    | asmauth               | ''      | ''",
        "connector | spaneventtolog      | span_event_to_log     | ''      | ''",
        "exporter  | awss3 otlp          | s3 otlp               | ''      | ''",
        "exporter  | otlp otlphttp       | otlp                  | otlphttp| ''",
        "exporter  | otlp                | otlp debug            | ''      | debug",
        "receiver  | a b                 | c d                   | a b     | c d",
        "receiver  | ''                  | ''                    | ''      | ''",
        "receiver  | receiver            | receiver              | ''      | ''",
      },
      delimiter = '|')
  void pairsNamesAndTypes(
      String kind, String named, String found, String missing, String unexpected) {
    ComponentKind one = ComponentKind.of(kind).orElseThrow();
    ComponentMatch match = ComponentMatch.of(one, words(named), words(found));
    assertThat(match.missing()).isEqualTo(words(missing));
    assertThat(match.unexpected()).isEqualTo(words(unexpected));
    assertThat(match.holds()).isEqualTo(missing.isEmpty() && unexpected.isEmpty());
  }
}
