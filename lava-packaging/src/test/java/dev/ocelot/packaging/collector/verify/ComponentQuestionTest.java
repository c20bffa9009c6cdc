package dev.ocelot.packaging.collector.verify;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ocelot.packaging.collector.distribution.ComponentKind;
import java.util.List;
import java.util.NavigableSet;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

class ComponentQuestionTest {
  private static NavigableSet<String> set(String... words) {
    return new TreeSet<>(List.of(words));
  }

  @Test
  void readsWhatACollectorLogs() {
    String line =
        "{\"level\":\"warn\",\"error\":\"failed to get config: cannot unmarshal the configuration:"
            + " decoding failed due to the following error(s):\\n\\n'exporters' unknown type:"
            + " \\\"ocelotverify\\\" for id: \\\"ocelotverify\\\" (valid values: [otlphttp debug])"
            + "\\n'connectors' unknown type: \\\"ocelotverify\\\" for id: \\\"ocelotverify\\\""
            + " (valid values: [])\"}";
    assertThat(ComponentQuestion.read(List.of("{\"msg\":\"Launching\"}", line)))
        .containsOnly(
            org.assertj.core.api.Assertions.entry(ComponentKind.EXPORTER, set("debug", "otlphttp")),
            org.assertj.core.api.Assertions.entry(ComponentKind.CONNECTOR, set()));
  }

  @Test
  void readsNothingFromOtherWords() {
    assertThat(ComponentQuestion.read(List.of("panic: runtime error"))).isEmpty();
  }

  @Test
  void asksForEveryKind() {
    assertThat(ComponentQuestion.question())
        .contains(
            "\"receivers\":{\"ocelotverify\":{}}",
            "\"processors\":{",
            "\"exporters\":{",
            "\"connectors\":{",
            "\"extensions\":{");
  }
}
