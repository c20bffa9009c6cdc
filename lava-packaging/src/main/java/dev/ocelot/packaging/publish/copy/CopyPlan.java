package dev.ocelot.packaging.publish.copy;

import dev.ocelot.packaging.publish.PublishedRow;
import dev.ocelot.packaging.publish.Region;
import dev.ocelot.problem.Problem;
import java.util.List;

/**
 * What would be copied.
 *
 * @param entries by layer; only those that some region misses
 * @param complete how many layers no region misses
 * @param problems of regions that did not say what they have
 */
public record CopyPlan(List<Entry> entries, int complete, List<Problem> problems) {
  /** Keeps copies. */
  public CopyPlan {
    entries = List.copyOf(entries);
    problems = List.copyOf(problems);
  }

  /**
   * The newest version of one layer.
   *
   * @param sources the rows of the regions that have it; at least one
   * @param missing the regions that miss it; at least one
   */
  public record Entry(List<PublishedRow> sources, List<Region> missing) {
    /** Keeps copies. */
    public Entry {
      sources = List.copyOf(sources);
      missing = List.copyOf(missing);
    }

    /**
     * The entry in words.
     *
     * @return one line
     */
    public String line() {
      PublishedRow from = sources.get(0);
      return "copy "
          + from.layer()
          + " from "
          + from.region()
          + " version "
          + from.number()
          + " to "
          + String.join(", ", missing.stream().map(Region::name).toList());
    }
  }
}
