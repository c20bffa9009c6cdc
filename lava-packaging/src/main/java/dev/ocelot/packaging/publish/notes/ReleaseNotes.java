package dev.ocelot.packaging.publish.notes;

import dev.ocelot.packaging.ci.LambdaRegion;
import dev.ocelot.packaging.ci.Regions;
import dev.ocelot.packaging.publish.PublishedRow;
import dev.ocelot.packaging.publish.report.HtmlText;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/** Writes the notes of a release as Markdown with tables in HTML, as releases on GitHub show it. */
public final class ReleaseNotes {
  private final Release release;
  private final Regions regions;
  private final List<PublishedRow> rows;

  /**
   * Notes.
   *
   * @param release which release
   * @param regions what regions are called
   * @param all the rows of all versions
   */
  public ReleaseNotes(Release release, Regions regions, List<PublishedRow> all) {
    this.release = release;
    this.regions = regions;
    SortedMap<String, PublishedRow> newest = new TreeMap<>();
    all.stream()
        .filter(release::holds)
        .forEach(row -> newest.merge(row.baseArn(), row, ReleaseNotes::newer));
    this.rows = List.copyOf(newest.values());
  }

  private static PublishedRow newer(PublishedRow one, PublishedRow other) {
    return one.number() >= other.number() ? one : other;
  }

  /**
   * Whether anything of the release is published.
   *
   * @return false when the notes name no layer
   */
  public boolean isEmpty() {
    return rows.isEmpty();
  }

  /**
   * The notes.
   *
   * @return their lines
   */
  public List<String> lines() {
    Optional<PublishedRow> newest =
        rows.stream()
            .max(Comparator.comparing(PublishedRow::timestamp).thenComparing(PublishedRow::arn));
    List<String> lines = new ArrayList<>();
    lines.add(
        "## Release Details for "
            + release.distribution()
            + " - Collector "
            + release.collectorVersion());
    lines.add("");
    String description = newest.map(PublishedRow::description).orElse("");
    if (!description.isEmpty()) {
      lines.add("### Distribution Description");
      lines.add("");
      description.lines().forEach(line -> lines.add(("> " + line).stripTrailing()));
      lines.add("");
    }
    lines.add("### Build Tags Used:");
    lines.add("");
    List<String> tags = newest.map(PublishedRow::buildTags).orElse(List.of());
    tags.forEach(tag -> lines.add("- `" + tag + "`"));
    if (tags.isEmpty()) {
      lines.add("- Default (no specific tags)");
    }
    lines.add("");
    lines.add("<details>");
    lines.add("<summary><h3>Layer ARNs by Region (click to expand)</h3></summary>");
    lines.add("");
    tables(lines);
    lines.add("");
    lines.add("</details>");
    return lines;
  }

  private void tables(List<String> lines) {
    if (rows.isEmpty()) {
      lines.add("No layers of this release are published.");
      return;
    }
    SortedMap<String, SortedMap<String, List<PublishedRow>>> continents =
        new TreeMap<>(ReleaseNotes::othersLast);
    for (PublishedRow row : rows) {
      LambdaRegion region = regions.called(row.region().name());
      continents
          .computeIfAbsent(region.continent(), name -> new TreeMap<>())
          .computeIfAbsent(region.code(), code -> new ArrayList<>())
          .add(row);
    }
    continents.forEach((continent, inside) -> table(lines, continent, inside));
  }

  private static int othersLast(String one, String other) {
    boolean isLast = one.equals(Regions.OTHER);
    return isLast == other.equals(Regions.OTHER) ? one.compareTo(other) : isLast ? 1 : -1;
  }

  private void table(List<String> lines, String continent, Map<String, List<PublishedRow>> inside) {
    lines.add("<table>");
    lines.add("<tr><th colspan=\"3\">" + HtmlText.escaped(continent) + "</th></tr>");
    inside.forEach(
        (code, layers) -> {
          String name = HtmlText.escaped(regions.called(code).name());
          lines.add("<tr><td colspan=\"3\"><strong>✅ " + name + "</strong></td></tr>");
          layers.stream()
              .sorted(
                  Comparator.comparing(PublishedRow::architecture).thenComparing(PublishedRow::arn))
              .forEach(row -> lines.add(line(code, row)));
        });
    lines.add("</table>");
  }

  private static String line(String code, PublishedRow row) {
    String architecture = row.architecture().isEmpty() ? "unknown" : row.architecture();
    String colour = architecture.equals("arm64") ? "orange" : "blue";
    return "<tr><td>%s</td><td>%s</td><td><code>%s</code></td></tr>"
        .formatted(
            badge(code, "region-" + code.replace("-", "--") + "-lightgrey"),
            badge(architecture, "arch-" + architecture + "-" + colour),
            HtmlText.escaped(row.arn()));
  }

  private static String badge(String text, String path) {
    return "<img src=\"https://img.shields.io/badge/%s\" alt=\"%s\">"
        .formatted(HtmlText.escaped(path), HtmlText.escaped(text));
  }
}
