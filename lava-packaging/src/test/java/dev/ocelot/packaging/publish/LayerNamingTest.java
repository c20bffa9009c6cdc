package dev.ocelot.packaging.publish;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.aggregator.ArgumentsAccessor;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class LayerNamingTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      nullValues = "-",
      value = {
        // base | architecture | distribution | declared | collector | reference | group || name |
        // version
        "otel-collector | amd64 | clickhouse | 1.2.3 | - | - | prod | otel-collector-amd64-clickhouse-1_2_3-prod | 1_2_3",
        "otel-collector | arm64 | splunk | - | v0.9.8 | - | dev | otel-collector-arm64-splunk-0_9_8-dev | 0_9_8",
        "9my.layer | arm64 | default | - | - | - | prod | layer-9my_layer-arm64-default-latest-prod | latest",
        "ocel | amd64 | minimal | - | v0.126.0 | - | local | ocel-amd64-minimal-0_126_0-local | 0_126_0",
        "ocel | - | default | - | - | - | prod | ocel-default-latest-prod | latest",
        "ocel | amd64 | - | 2 | - | - | prod | ocel-amd64-2-prod | 2",
        "ocel | amd64 | d | 2.0 | v1.0 | refs/tags/v3.0 | g | ocel-amd64-d-2_0-g | 2_0",
        "ocel | amd64 | d | - | vv1.0 | refs/tags/v3.0 | g | ocel-amd64-d-v1_0-g | v1_0",
        "ocel | amd64 | d | - | - | refs/tags/v3.0-rc.1 | g | ocel-amd64-d-3_0-rc_1-g | 3_0-rc_1",
        "ocel | amd64 | d | - | - | refs/heads/main | g | ocel-amd64-d-latest-g | latest",
        "ocel | amd64 | d | - | - | refs/heads/team/release-7 | g | ocel-amd64-d-7-g | 7",
        "ocel | amd64 | d | - | - | main | g | ocel-amd64-d-main-g | main",
        "ocel | amd64 | my_c | 1.0-SNAPSHOT | - | - | a b | ocel-amd64-my_c-1_0-SNAPSHOT-a_b | 1_0-SNAPSHOT",
        "o\u00e9\ud83d\ude00 | amd64 | d | 1 | - | - | g | o__-amd64-d-1-g | 1",
      })
  void namesLayersAsTheOlderPublisher(ArgumentsAccessor row) {
    String version = LayerNaming.version(given(row, 3), given(row, 4), given(row, 5));

    assertThat(version).isEqualTo(given(row, 8));
    assertThat(
            new LayerNaming(given(row, 0), given(row, 1), given(row, 2), version, given(row, 6))
                .text())
        .isEqualTo(given(row, 7));
  }

  private static String given(ArgumentsAccessor row, int column) {
    String text = row.getString(column);
    return text == null ? "" : text;
  }

  static Stream<Arguments> descriptions() {
    String md5 = "8b29".repeat(8);
    return Stream.of(
        arguments(List.of(), "md5: " + md5),
        arguments(List.of("a", " lambdacomponents.b "), "md5: " + md5 + " | a, b"),
        arguments(List.of("lambdacomponents.", " "), "md5: " + md5),
        arguments(
            List.of("lambdacomponents.custom", "lambdacomponents.exporter.otlphttp"),
            "md5: " + md5 + " | custom, exporter.otlphttp"));
  }

  @ParameterizedTest
  @MethodSource
  void descriptions(List<String> tags, String expected) {
    assertThat(LayerDescription.of("8b29".repeat(8), tags)).isEqualTo(expected);
  }

  @Test
  void shortensADescriptionToWhatTheServiceTakes() {
    int used = "md5: ".length() + 32 + " | ".length();
    String fits = "x".repeat(256 - used);

    assertThat(LayerDescription.of("8b29".repeat(8), List.of(fits))).hasSize(256).endsWith("x");
    assertThat(LayerDescription.of("8b29".repeat(8), List.of(fits + "x")))
        .hasSize(256)
        .endsWith("xxx...")
        .doesNotContain("x".repeat(256 - used - 2));
    String smiles = LayerDescription.of("8b29".repeat(8), List.of("\ud83d\ude00".repeat(300)));
    assertThat(smiles.codePointCount(0, smiles.length())).isEqualTo(256);
    assertThat(smiles).endsWith("\ud83d\ude00...");
  }

  @Test
  void findsADigestAnywhereInADescription() {
    String md5 = "8b29".repeat(8);

    assertThat(LayerDescription.names("md5: " + md5 + " | a", md5)).isTrue();
    assertThat(LayerDescription.names("layer " + md5, md5)).isTrue();
    assertThat(LayerDescription.names("md5: 00", md5)).isFalse();
  }
}
