package dev.ocelot.packaging.publish.notes;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ocelot.packaging.ci.Regions;
import dev.ocelot.packaging.publish.PublishedRow;
import dev.ocelot.packaging.publish.PublishedRows;
import dev.ocelot.packaging.publish.Row;
import java.util.List;
import org.junit.jupiter.api.Test;

class ReleaseNotesTest {
  private static final List<PublishedRow> ROWS =
      List.of(
          new PublishedRows("us-east-1", "minimal", "arm64", "prod")
              .text("distribution_description", "OTLP in\n\nOTLP out")
              .text("publish_timestamp", "2026-03-01T00:00:00.000000+00:00")
              .with("build_tags", new Row.Texts(List.of("a", "b")))
              .row(),
          new PublishedRows("us-east-1", "minimal", "amd64", "prod").number(2).row(),
          new PublishedRows("us-east-1", "minimal", "amd64", "prod").number(10).row(),
          new PublishedRows("eu-west-1", "minimal", "amd64", "prod").row(),
          new PublishedRows("xx-moon-1", "minimal", "amd64", "prod").row(),
          new PublishedRows("us-east-1", "minimal", "amd64", "beta").row(),
          new PublishedRows("us-east-1", "minimal-clickhouse", "amd64", "prod").row(),
          new PublishedRows("us-west-2", "minimal", "amd64", "prod")
              .text("collector_version_input", "v0.127.0")
              .row());

  private static List<String> notes(String version, String group) {
    return new ReleaseNotes(new Release("minimal", version, group), Regions.standard(), ROWS)
        .lines();
  }

  @Test
  void saysWhatTheReleaseHoldsAndWhereItIs() {
    assertThat(notes("v0.126.0", "prod"))
        .containsSubsequence(
            "## Release Details for minimal - Collector v0.126.0",
            "### Distribution Description",
            "> OTLP in",
            ">",
            "> OTLP out",
            "### Build Tags Used:",
            "- `a`",
            "- `b`",
            "<details>",
            "<tr><th colspan=\"3\">Europe</th></tr>",
            "<tr><td colspan=\"3\"><strong>✅ Europe (Ireland)</strong></td></tr>",
            "<tr><th colspan=\"3\">North America</th></tr>",
            "<tr><td colspan=\"3\"><strong>✅ US East (N. Virginia)</strong></td></tr>",
            "<tr><td><img src=\"https://img.shields.io/badge/region-us--east--1-lightgrey\" alt=\"us-east-1\"></td>"
                + "<td><img src=\"https://img.shields.io/badge/arch-amd64-blue\" alt=\"amd64\"></td>"
                + "<td><code>arn:aws:lambda:us-east-1:123456789012:layer:ocel-amd64-minimal-0_126_0-prod:10</code></td></tr>",
            "<tr><td><img src=\"https://img.shields.io/badge/region-us--east--1-lightgrey\" alt=\"us-east-1\"></td>"
                + "<td><img src=\"https://img.shields.io/badge/arch-arm64-orange\" alt=\"arm64\"></td>"
                + "<td><code>arn:aws:lambda:us-east-1:123456789012:layer:ocel-arm64-minimal-0_126_0-prod:1</code></td></tr>",
            "<tr><th colspan=\"3\">Other</th></tr>",
            "<tr><td colspan=\"3\"><strong>✅ xx-moon-1</strong></td></tr>",
            "</details>");
  }

  /** The older tool listed layers of every group, so test layers stood in public notes. */
  @Test
  void layersOfOtherGroupsAreNoPartOfIt() {
    assertThat(String.join("\n", notes("v0.126.0", "prod")))
        .doesNotContain("-beta:", "clickhouse", "us-west-2", "-prod:2<");
    assertThat(String.join("\n", notes("0.126.0", "beta")))
        .contains("-beta:1", "- Default (no specific tags)")
        .doesNotContain("-prod:", "Distribution Description");
  }

  @Test
  void withoutLayersOneSentenceSaysSo() {
    assertThat(notes("v0.99.0", "prod")).contains("No layers of this release are published.");
  }

  @Test
  void everyKnownRegionHasANameAndAContinent() {
    assertThat(Regions.standard().all())
        .allMatch(region -> !region.name().equals(region.code()))
        .noneMatch(region -> region.continent().equals("Other"))
        .hasSizeGreaterThan(30);
    assertThat(Regions.standard().called("xx-moon-1").continent()).isEqualTo("Other");
  }
}
