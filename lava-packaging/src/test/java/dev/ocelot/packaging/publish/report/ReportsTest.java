package dev.ocelot.packaging.publish.report;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ocelot.json.JsonWriter;
import dev.ocelot.packaging.publish.LayerPattern;
import dev.ocelot.packaging.publish.PublishedRow;
import dev.ocelot.packaging.publish.PublishedRows;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ReportsTest {
  private static final List<PublishedRow> ROWS =
      List.of(
          new PublishedRows("us-east-1", "minimal", "amd64", "beta").number(1).row(),
          new PublishedRows("us-east-1", "minimal", "amd64", "beta")
              .number(10)
              .text("publish_timestamp", "2026-02-03T06:07:08.000001+02:00")
              .row(),
          new PublishedRows("us-east-1", "minimal", "amd64", "beta").number(9).row(),
          new PublishedRows("eu-west-1", "minimal", "arm64", "beta").row(),
          new PublishedRows("ca-west-1", "minimal-clickhouse", "amd64", "beta").row(),
          new PublishedRows("ca-west-1", "brand-new", "riscv", "prod")
              .text("publish_timestamp", "long ago")
              .row());

  private static List<String> markdown(PublishedSelection selection) {
    return new MarkdownReport(NewestVersions.of(ROWS, selection), selection, "ocelot-layers")
        .lines();
  }

  /** One row per layer and region, the highest by number and not by text. */
  @Test
  void showsTheNewestVersionOfEachLayerInEachRegion() {
    assertThat(markdown(PublishedSelection.ALL))
        .containsSubsequence(
            "# OpenTelemetry Lambda Layers Report",
            "Source: DynamoDB table 'ocelot-layers'",
            "## Available Layers by Distribution",
            "### brand-new Distribution",
            "#### unknown Architecture",
            "| ca-west-1 | `arn:aws:lambda:ca-west-1:123456789012:layer:ocel-riscv-brand-new-0_126_0-prod:1` | 0_126_0 | long ago |",
            "### minimal Distribution",
            "#### amd64 Architecture",
            "| Region | Layer ARN | Version | Published (DB Timestamp) |",
            "| us-east-1 | `arn:aws:lambda:us-east-1:123456789012:layer:ocel-amd64-minimal-0_126_0-beta:10` | 0_126_0 | 2026-02-03T04:07:08UTC |",
            "#### arm64 Architecture",
            "### minimal-clickhouse Distribution",
            "## Usage Instructions")
        .noneMatch(line -> line.matches(".*amd64-minimal-0_126_0-beta:[19]`.*"))
        .noneMatch(line -> line.startsWith("Generated on"))
        .hasSizeLessThan(60);
  }

  /** The older tool's {@code *-minimal*} showed {@code minimal-clickhouse} too. */
  @Test
  void aDistributionIsMatchedWhole() {
    PublishedSelection minimal =
        new PublishedSelection(List.of("minimal"), List.of(), LayerPattern.ALL);

    assertThat(markdown(minimal))
        .contains("Filtered by distribution: `minimal`", "### minimal Distribution")
        .noneMatch(line -> line.contains("clickhouse"));
  }

  @ParameterizedTest
  @CsvSource({
    "*, 4",
    "*-minimal-*, 3",
    "*:10, 1",
    "ocel-amd64-minimal-0_126_0-beta, 1",
    "minimal, 0",
    "arn:aws:lambda:ca-west-1:*, 2"
  })
  void aPatternFitsNamesOrArns(String pattern, int layers) {
    PublishedSelection selection =
        new PublishedSelection(List.of(), List.of(), new LayerPattern(pattern));

    assertThat(NewestVersions.of(ROWS, selection).rows()).hasSize(layers);
  }

  @Test
  void nothingDependsOnTheOrderOfRows() {
    List<PublishedRow> turned = new ArrayList<>(ROWS);
    Collections.reverse(turned);

    assertThat(NewestVersions.of(turned, PublishedSelection.ALL))
        .isEqualTo(NewestVersions.of(ROWS, PublishedSelection.ALL));
  }

  @Test
  void withoutLayersOneSentenceSaysSo() {
    PublishedSelection none =
        new PublishedSelection(List.of("no-such"), List.of(), LayerPattern.ALL);

    assertThat(markdown(none))
        .last()
        .isEqualTo("No layers are published that this report is about.");
  }

  @Test
  void htmlEscapesWhatRowsSay() {
    PublishedRow row =
        new PublishedRows("us-east-1", "minimal", "amd64", "beta")
            .text("layer_version_str", "<script>")
            .row();
    List<String> page =
        new HtmlReport(
                NewestVersions.of(List.of(row), PublishedSelection.ALL),
                PublishedSelection.ALL,
                "ocelot-layers")
            .lines();

    assertThat(String.join("\n", page))
        .startsWith("<!DOCTYPE html>")
        .contains("<td>&lt;script&gt;</td>")
        .doesNotContain("<script>");
  }

  @Test
  void jsonNamesEveryVersion() {
    StringBuilder out = new StringBuilder();
    new JsonReport(NewestVersions.of(ROWS, PublishedSelection.ALL)).write(new JsonWriter(out));

    assertThat(out)
        .contains("\"version\": 10", "\"releaseGroup\": \"prod\"", "\"architecture\": \"unknown\"")
        .doesNotContain("\"version\": 9");
  }
}
