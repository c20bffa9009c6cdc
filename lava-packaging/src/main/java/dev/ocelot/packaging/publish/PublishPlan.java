package dev.ocelot.packaging.publish;

import java.util.List;

/**
 * What publishing would do, layer by layer and region by region.
 *
 * @param entries by layer name, then in the order of the settings' regions
 */
public record PublishPlan(List<Entry> entries) {
  /** Keeps a copy. */
  public PublishPlan {
    entries = List.copyOf(entries);
  }

  /**
   * One layer in one region.
   *
   * @param layer the layer
   * @param region the region
   * @param decision what would be done
   */
  public record Entry(BuiltLayer layer, Region region, Decision decision) {
    /**
     * The entry in words.
     *
     * @return one line
     */
    public String line() {
      String what = layer.name() + " in " + region + ": ";
      if (decision instanceof Decision.Publish publish) {
        return "publish " + what + publish.reason();
      }
      if (decision instanceof Decision.Keep keep) {
        String version =
            "version " + keep.match().version().number() + " " + keep.match().by().words();
        List<String> reasons = keep.repairs().stream().map(Repair::reason).toList();
        return reasons.isEmpty()
            ? "reuse " + what + version
            : "repair " + what + version + ", but " + String.join(", ", reasons);
      }
      Decision.Unknown unknown = (Decision.Unknown) decision;
      return "unknown " + unknown.problem().message();
    }
  }

  /**
   * The plan in words, for a dry run.
   *
   * @return a line for each entry
   */
  public List<String> lines() {
    return entries.stream().map(Entry::line).toList();
  }
}
