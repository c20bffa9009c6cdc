package dev.ocelot.packaging.publish.removal;

import dev.ocelot.packaging.publish.LayerName;
import dev.ocelot.packaging.publish.LayerVersion;
import dev.ocelot.packaging.publish.PublishedRow;
import dev.ocelot.packaging.publish.Region;
import dev.ocelot.problem.Problem;
import java.util.List;
import java.util.Optional;

/**
 * What would be deleted, and what would stay.
 *
 * @param entries by region, layer and version
 * @param problems of regions that did not say what they have, and of versions in use
 */
public record RemovalPlan(List<Entry> entries, List<Problem> problems) {
  /** Keeps copies. */
  public RemovalPlan {
    entries = List.copyOf(entries);
    problems = List.copyOf(problems);
  }

  /** What is done about a version. */
  public enum Decision {
    /** It goes, and its row. */
    DELETE("delete"),
    /** It is one of the newest. */
    KEEP("keep"),
    /** Functions use it. */
    IN_USE("in use"),
    /** There is only its row, which goes. */
    DELETE_ROW("delete row");

    private final String text;

    Decision(String text) {
      this.text = text;
    }

    /**
     * The decision in words.
     *
     * @return such as {@code in use}
     */
    public String text() {
      return text;
    }

    /**
     * Whether something is deleted.
     *
     * @return false for what stays
     */
    public boolean isDeletion() {
      return this == DELETE || this == DELETE_ROW;
    }
  }

  /**
   * One version.
   *
   * @param region where
   * @param layer which layer
   * @param number which version
   * @param arn its name in the service
   * @param decision what is done
   * @param detail why, such as the functions that use it; or empty
   */
  public record Entry(
      Region region, LayerName layer, long number, String arn, Decision decision, String detail) {

    static Entry of(LayerVersion version, Decision decision, String detail) {
      return new Entry(
          version.region(), version.layer(), version.number(), version.arn(), decision, detail);
    }

    static Entry rowOnly(PublishedRow row) {
      return new Entry(
          row.region(),
          row.layer(),
          row.number(),
          row.arn(),
          Decision.DELETE_ROW,
          "the version does not exist");
    }

    /** The version as the service takes it. */
    LayerVersion version() {
      return new LayerVersion(region, layer, number, arn, "", List.of(), List.of());
    }
  }

  /**
   * What goes.
   *
   * @return the entries that are deletions, lowest versions first
   */
  public List<Entry> deletions() {
    return entries.stream().filter(entry -> entry.decision().isDeletion()).toList();
  }

  /**
   * How much goes.
   *
   * @return such as {@code 3 versions and 1 row without a version in 2 regions}, or empty
   */
  public Optional<String> summary() {
    List<Entry> gone = deletions();
    if (gone.isEmpty()) {
      return Optional.empty();
    }
    long rows = gone.stream().filter(e -> e.decision() == Decision.DELETE_ROW).count();
    long regions = gone.stream().map(Entry::region).distinct().count();
    String versions = counted(gone.size() - rows, "version");
    return Optional.of(
        versions
            + (rows == 0 ? "" : " and " + counted(rows, "row") + " without a version")
            + " in "
            + counted(regions, "region"));
  }

  private static String counted(long number, String what) {
    return number + " " + what + (number == 1 ? "" : "s");
  }
}
