package dev.ocelot.packaging.publish.verify;

import dev.ocelot.packaging.publish.LayerName;
import dev.ocelot.packaging.publish.LayerVersion;
import dev.ocelot.packaging.publish.PublishProblems;
import dev.ocelot.packaging.publish.Region;
import dev.ocelot.problem.Problem;
import dev.ocelot.problem.Remedy;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Gathers the differences of one version, each with what mends it. */
final class Differences {
  private static final Remedy REPAIR =
      Remedy.run("publish-layers", Map.of(), "publishing again repairs rows and permissions");

  private final LayerVersion version;
  private final List<Problem> found = new ArrayList<>();

  Differences(LayerVersion version) {
    this.version = version;
  }

  List<Problem> all() {
    return found;
  }

  /** Something that publishing again mends. */
  void repairable(String what, String got, String expected) {
    add(what, got, expected, REPAIR);
  }

  /** The bytes are not the right ones: nothing mends a version, only another one replaces it. */
  void damaged(String what, String got, String expected) {
    add(what, got, expected, delete(version.region(), version.layer() + ":" + version.number()));
  }

  private void add(String what, String got, String expected, Remedy remedy) {
    found.add(
        Problem.error(
                PublishProblems.PUBLISHED_DIFFERS,
                version.layer()
                    + " version "
                    + version.number()
                    + " in "
                    + version.region()
                    + ": "
                    + what)
            .comparing(got, expected)
            .withRemedy(remedy));
  }

  static Problem missing(LayerName layer, Region region, String why) {
    return Problem.error(
            PublishProblems.NOT_PUBLISHED, layer + " is not published in " + region + ": " + why)
        .withRemedy(Remedy.run("publish-layers", Map.of(), "publish what is missing"));
  }

  static Problem lost(LayerName layer, long number, Region region) {
    return Problem.error(
            PublishProblems.NOT_PUBLISHED,
            layer + " version " + number + " in " + region + " has a row but does not exist")
        .withRemedy(delete(region, layer + ":" + number));
  }

  static Problem unaccounted(LayerVersion version) {
    return Problem.error(
            PublishProblems.PUBLISHED_DIFFERS,
            version.layer()
                + " version "
                + version.number()
                + " in "
                + version.region()
                + ": it has no row")
        .withRemedy(REPAIR);
  }

  private static Remedy delete(Region region, String pattern) {
    return Remedy.run(
        "delete-layers",
        Map.of("ocelot.pattern", pattern, "ocelot.regions", region.name()),
        "delete it with its row, then publish or copy it again");
  }
}
