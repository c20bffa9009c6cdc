package dev.ocelot.packaging.publish.report;

import dev.ocelot.packaging.publish.LayerPattern;
import dev.ocelot.packaging.publish.PublishedRow;
import java.util.List;

/**
 * Which layers a report is about.
 *
 * @param distributions names, each of which must be the whole name of a distribution; empty for all
 * @param releaseGroups words, each a whole one; empty for all
 * @param pattern fits names of layers or whole ARNs
 */
public record PublishedSelection(
    List<String> distributions, List<String> releaseGroups, LayerPattern pattern) {
  /** Everything. */
  public static final PublishedSelection ALL =
      new PublishedSelection(List.of(), List.of(), LayerPattern.ALL);

  /** Keeps copies. */
  public PublishedSelection {
    distributions = List.copyOf(distributions);
    releaseGroups = List.copyOf(releaseGroups);
  }

  /**
   * Whether a version is chosen.
   *
   * @param row its row
   * @return true when all conditions hold
   */
  public boolean takes(PublishedRow row) {
    return (distributions.isEmpty() || distributions.contains(row.distribution()))
        && (releaseGroups.isEmpty() || releaseGroups.contains(row.releaseGroup()))
        && (pattern.fits(row.layer().text()) || pattern.fits(row.arn()));
  }

  /**
   * The selection in words.
   *
   * @param table the table that is read
   * @return a line of Markdown
   */
  String line(String table) {
    if (equals(ALL)) {
      return "Source: DynamoDB table '" + table + "'";
    }
    StringBuilder line = new StringBuilder("Filtered by");
    if (!distributions.isEmpty()) {
      line.append(" distribution: `").append(String.join("`, `", distributions)).append('`');
    }
    if (!releaseGroups.isEmpty()) {
      line.append(" release group: `").append(String.join("`, `", releaseGroups)).append('`');
    }
    if (!pattern.equals(LayerPattern.ALL)) {
      line.append(" pattern: `").append(pattern.text().replace("`", "")).append('`');
    }
    return line.toString();
  }
}
