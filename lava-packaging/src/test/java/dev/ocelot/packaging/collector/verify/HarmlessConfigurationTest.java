package dev.ocelot.packaging.collector.verify;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ocelot.problem.Problems;
import dev.ocelot.yaml.YamlFile;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class HarmlessConfigurationTest {
  private static String of(String yaml) {
    Problems problems = new Problems();
    String json =
        HarmlessConfiguration.of(
            YamlFile.parse(yaml.getBytes(StandardCharsets.UTF_8), "config.yaml", problems));
    problems.throwIfErrors();
    return json;
  }

  private static final String QUIET =
      "\"service\":{\"telemetry\":{\"metrics\":{\"level\":\"none\"}}}}";

  @Test
  void receiversListenOnFreePorts() {
    assertThat(of("receivers: { otlp: { protocols: { http: { endpoint: \"localhost:4318\" } } } }"))
        .isEqualTo(
            "{\"receivers\":{\"otlp\":{\"protocols\":{\"http\":{\"endpoint\":\"127.0.0.1:0\"}}}},"
                + QUIET);
  }

  @Test
  void whatComesFromElsewhereIsMadeUp() {
    assertThat(
            of(
                """
                exporters:
                  otlphttp:
                    endpoint: ${secretsmanager:place#endpoint}
                    headers: { key: "Bearer ${env:TOKEN}" }
                """))
        .isEqualTo(
            "{\"exporters\":{\"otlphttp\":{\"endpoint\":\"http://127.0.0.1:9\","
                + "\"headers\":{\"key\":\"Bearer madeup\"}}},"
                + QUIET);
  }

  @Test
  void valuesKeepTheirTypes() {
    assertThat(
            of(
                """
                a: [1, 0.5, true, null, ~, "1", 'say "hi"', 0x1F, 10s]
                batch:
                """))
        .isEqualTo(
            "{\"a\":[1,0.5,true,null,null,\"1\",\"say \\\"hi\\\"\",\"0x1F\",\"10s\"],"
                + "\"batch\":null,"
                + QUIET);
  }

  @Test
  void theCollectorsOwnMetricsAreNotServed() {
    assertThat(
            of(
                "service: { extensions: [x], telemetry: { metrics: { address: \"localhost:8888\" } } }"))
        .isEqualTo(
            "{\"service\":{\"extensions\":[\"x\"],"
                + "\"telemetry\":{\"metrics\":{\"level\":\"none\"}}}}");
  }
}
