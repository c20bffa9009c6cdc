package dev.ocelot.packaging.publish.report;

import dev.ocelot.packaging.publish.PublishedRow;
import java.util.ArrayList;
import java.util.List;

/**
 * What is published, as one page that needs neither network nor script.
 *
 * @param newest the versions
 * @param selection how they were chosen
 * @param table the table that was read
 */
public record HtmlReport(NewestVersions newest, PublishedSelection selection, String table) {
  private static final String STYLE =
      "body{font:16px/1.5 system-ui,sans-serif;max-width:72em;margin:2em auto;padding:0 1em}"
          + "table{border-collapse:collapse;width:100%}th,td{text-align:left;padding:.3em .6em;"
          + "border-bottom:1px solid #ccc}code{font-size:.9em;word-break:break-all}";

  /**
   * The page.
   *
   * @return its lines
   */
  public List<String> lines() {
    List<String> lines = new ArrayList<>();
    lines.add("<!DOCTYPE html>");
    lines.add("<html lang=\"en\">");
    lines.add("<head>");
    lines.add("<meta charset=\"utf-8\">");
    lines.add("<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">");
    lines.add("<title>OpenTelemetry Lambda Layers Report</title>");
    lines.add("<style>" + STYLE + "</style>");
    lines.add("</head>");
    lines.add("<body>");
    lines.add("<h1>OpenTelemetry Lambda Layers Report</h1>");
    lines.add("<p>" + HtmlText.escaped(selection.line(table).replace("`", "")) + "</p>");
    if (newest.rows().isEmpty()) {
      lines.add("<p>No layers are published that this report is about.</p>");
    }
    newest
        .groups()
        .forEach(
            (distribution, architectures) -> {
              lines.add("<h2>" + HtmlText.escaped(distribution) + "</h2>");
              architectures.forEach((architecture, rows) -> table(lines, architecture, rows));
            });
    lines.add("</body>");
    lines.add("</html>");
    return lines;
  }

  private static void table(List<String> lines, String architecture, List<PublishedRow> rows) {
    lines.add("<h3>" + architecture + "</h3>");
    lines.add("<table>");
    lines.add(
        "<thead><tr><th>Region</th><th>Layer ARN</th><th>Version</th><th>Published</th></tr></thead>");
    lines.add("<tbody>");
    for (PublishedRow row : rows) {
      lines.add(
          "<tr><td>%s</td><td><code>%s</code></td><td>%s</td><td>%s</td></tr>"
              .formatted(
                  row.region(),
                  HtmlText.escaped(row.arn()),
                  HtmlText.escaped(row.layerVersion()),
                  HtmlText.escaped(PublishedTime.shown(row.timestamp()))));
    }
    lines.add("</tbody>");
    lines.add("</table>");
  }
}
