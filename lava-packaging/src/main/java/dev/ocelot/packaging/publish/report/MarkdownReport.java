package dev.ocelot.packaging.publish.report;

import dev.ocelot.packaging.publish.PublishedRow;
import java.util.ArrayList;
import java.util.List;

/**
 * What is published, as Markdown.
 *
 * @param newest the versions
 * @param selection how they were chosen
 * @param table the table that was read
 */
public record MarkdownReport(NewestVersions newest, PublishedSelection selection, String table) {

  /**
   * The report.
   *
   * @return its lines
   */
  public List<String> lines() {
    List<String> lines = new ArrayList<>();
    lines.add("# OpenTelemetry Lambda Layers Report");
    lines.add("");
    lines.add(selection.line(table));
    lines.add("");
    if (newest.rows().isEmpty()) {
      lines.add("No layers are published that this report is about.");
      return lines;
    }
    lines.add("The newest version of each layer in each region.");
    lines.add("");
    lines.add("## Available Layers by Distribution");
    newest
        .groups()
        .forEach(
            (distribution, architectures) -> {
              lines.add("");
              lines.add("### " + distribution + " Distribution");
              architectures.forEach((architecture, rows) -> table(lines, architecture, rows));
            });
    lines.add("");
    lines.addAll(usage());
    return lines;
  }

  private static void table(List<String> lines, String architecture, List<PublishedRow> rows) {
    lines.add("");
    lines.add("#### " + architecture + " Architecture");
    lines.add("");
    lines.add("| Region | Layer ARN | Version | Published (DB Timestamp) |");
    lines.add("|---|---|---|---|");
    for (PublishedRow row : rows) {
      lines.add(
          "| %s | `%s` | %s | %s |"
              .formatted(
                  row.region(),
                  row.arn(),
                  row.layerVersion(),
                  PublishedTime.shown(row.timestamp())));
    }
  }

  private static List<String> usage() {
    return List.of(
        "## Usage Instructions",
        "",
        "```bash",
        "aws lambda update-function-configuration --function-name YOUR_FUNCTION --layers ARN_FROM_TABLE",
        "```",
        "",
        "See [Managing Lambda dependencies with layers](https://docs.aws.amazon.com/lambda/latest/dg/chapter-layers.html).");
  }
}
