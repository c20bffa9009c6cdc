package dev.ocelot.packaging.publish.report;

import dev.ocelot.packaging.publish.PublishedRow;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * The newest version of each layer in each region.
 *
 * @param rows by distribution, architecture, region and time
 */
public record NewestVersions(List<PublishedRow> rows) {
  private static final String UNKNOWN = "unknown";

  /** In the order in which they are shown. */
  private static final List<String> ARCHITECTURES = List.of("amd64", "arm64", UNKNOWN);

  private static final Comparator<PublishedRow> ORDER =
      Comparator.comparing(PublishedRow::distribution)
          .thenComparing(row -> ARCHITECTURES.indexOf(architecture(row)))
          .thenComparing(PublishedRow::region)
          .thenComparing(PublishedRow::timestamp)
          .thenComparing(PublishedRow::arn);

  /** Keeps a copy. */
  public NewestVersions {
    rows = List.copyOf(rows);
  }

  /**
   * Chooses.
   *
   * @param all the rows of all versions
   * @param selection which layers
   * @return the newest of each
   */
  public static NewestVersions of(Collection<PublishedRow> all, PublishedSelection selection) {
    SortedMap<String, PublishedRow> newest = new TreeMap<>();
    for (PublishedRow row : all) {
      if (selection.takes(row)) {
        newest.merge(row.baseArn(), row, (a, b) -> a.number() >= b.number() ? a : b);
      }
    }
    return new NewestVersions(newest.values().stream().sorted(ORDER).toList());
  }

  /**
   * Where a version runs, as reports have it.
   *
   * @param row its row
   * @return {@code amd64}, {@code arm64} or {@code unknown}
   */
  static String architecture(PublishedRow row) {
    return ARCHITECTURES.contains(row.architecture()) ? row.architecture() : UNKNOWN;
  }

  /** Distributions, then architectures, then rows. */
  Map<String, Map<String, List<PublishedRow>>> groups() {
    return rows.stream()
        .collect(
            Collectors.groupingBy(
                PublishedRow::distribution,
                java.util.LinkedHashMap::new,
                Collectors.groupingBy(
                    NewestVersions::architecture,
                    java.util.LinkedHashMap::new,
                    Collectors.toList())));
  }
}
