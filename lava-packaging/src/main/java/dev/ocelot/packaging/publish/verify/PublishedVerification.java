package dev.ocelot.packaging.publish.verify;

import dev.ocelot.packaging.progress.Progress;
import dev.ocelot.packaging.publish.BuiltLayer;
import dev.ocelot.packaging.publish.Failures;
import dev.ocelot.packaging.publish.LayerDescription;
import dev.ocelot.packaging.publish.LayerName;
import dev.ocelot.packaging.publish.LayerServiceException;
import dev.ocelot.packaging.publish.LayerVersion;
import dev.ocelot.packaging.publish.PatientService;
import dev.ocelot.packaging.publish.PublishedRow;
import dev.ocelot.packaging.publish.Region;
import dev.ocelot.problem.Problem;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Finds out whether what is published is what should be: what was built, or what the table says.
 * Every version is fetched whole, a piece at a time.
 */
public final class PublishedVerification {
  private final PatientService service;
  private final VersionCheck check;

  /**
   * A verification.
   *
   * @param service what holds the layers
   * @param workFolder an empty folder for what is fetched; left empty
   * @param progress hears of what is fetched
   */
  public PublishedVerification(PatientService service, Path workFolder, Progress progress) {
    this.service = service;
    this.check = new VersionCheck(service, workFolder, progress);
  }

  private record Pair(BuiltLayer layer, Region region) {}

  /**
   * Holds regions to what was built.
   *
   * @param layers what was built
   * @param regions where each should be
   * @param isPublic whether everyone should be able to use them
   * @return by layer, then in the order of the regions
   * @throws InterruptedException when the thread is interrupted
   */
  public List<Verified> built(List<BuiltLayer> layers, List<Region> regions, boolean isPublic)
      throws InterruptedException {
    List<Pair> pairs = new ArrayList<>();
    layers.forEach(layer -> regions.forEach(region -> pairs.add(new Pair(layer, region))));
    return service.map(pairs, pair -> one(pair.layer(), pair.region(), isPublic));
  }

  private Verified one(BuiltLayer layer, Region region, boolean isPublic) {
    try {
      List<LayerVersion> versions = service.ask(it -> it.versions(region, layer.name()));
      Optional<Expectation> expected = expected(layer, versions, isPublic);
      if (expected.isPresent()) {
        return check.check(expected.get());
      }
      String why =
          versions.isEmpty()
              ? "it has no version there"
              : "none of its " + versions.size() + " versions is what was built";
      return none(layer.name(), region, Differences.missing(layer.name(), region, why));
    } catch (LayerServiceException e) {
      return none(layer.name(), region, Failures.problem(layer.name() + " in " + region, e));
    }
  }

  /**
   * The version that claims to be the layer. The last one counts: where an earlier one is damaged,
   * publishing again has made another.
   */
  private Optional<Expectation> expected(
      BuiltLayer layer, List<LayerVersion> versions, boolean isPublic)
      throws LayerServiceException {
    Optional<Expectation> found = Optional.empty();
    Map<String, PublishedRow> rows = versions.isEmpty() ? Map.of() : rows(versions.get(0));
    for (LayerVersion version : versions) {
      PublishedRow row = rows.get(version.arn());
      if (LayerDescription.names(version.description(), layer.digests().md5())) {
        String tag = layer.artifact().structuralTag().text();
        found = Optional.of(new Expectation(version, layer.digests().sha256(), tag, isPublic));
      } else if (found.isEmpty()
          && row != null
          && row.contentDigest().equals(layer.artifact().contentDigest())) {
        // The same files in another packing: its own bytes are what its row says.
        found = Optional.of(new Expectation(version, row.sha256(), "", isPublic));
      }
    }
    return found;
  }

  private Map<String, PublishedRow> rows(LayerVersion version) throws LayerServiceException {
    SortedMap<String, PublishedRow> rows = new TreeMap<>();
    service
        .ask(it -> it.table().rowsOfLayer(version.baseArn()))
        .forEach(row -> PublishedRow.of(row).ifPresent(read -> rows.put(read.arn(), read)));
    return rows;
  }

  private static Verified none(LayerName layer, Region region, Problem problem) {
    return new Verified(layer, region, 0, 0, List.of(problem));
  }

  private record Home(Region region, LayerName layer) implements Comparable<Home> {
    @Override
    public int compareTo(Home other) {
      int byLayer = layer.compareTo(other.layer);
      return byLayer != 0 ? byLayer : region.compareTo(other.region);
    }
  }

  /**
   * Holds what is published to the table, and the table to what is published.
   *
   * @return by layer, region and version
   * @throws LayerServiceException when the table cannot be read
   * @throws InterruptedException when the thread is interrupted
   */
  public List<Verified> accounted() throws LayerServiceException, InterruptedException {
    SortedMap<Home, List<PublishedRow>> homes = new TreeMap<>();
    for (PublishedRow row : service.published()) {
      homes
          .computeIfAbsent(new Home(row.region(), row.layer()), home -> new ArrayList<>())
          .add(row);
    }
    List<Map.Entry<Home, List<PublishedRow>>> all = List.copyOf(homes.entrySet());
    return service.map(all, home -> home(home.getKey(), home.getValue())).stream()
        .flatMap(List::stream)
        .toList();
  }

  private List<Verified> home(Home home, List<PublishedRow> rows) {
    SortedMap<Long, Verified> found = new TreeMap<>();
    try {
      SortedMap<Long, LayerVersion> versions = new TreeMap<>();
      service
          .ask(it -> it.versions(home.region(), home.layer()))
          .forEach(version -> versions.put(version.number(), version));
      for (PublishedRow row : rows) {
        LayerVersion version = versions.remove(row.number());
        found.put(row.number(), version == null ? lost(home, row) : asItsRow(version, row));
      }
      for (LayerVersion version : versions.values()) {
        found.put(
            version.number(),
            new Verified(
                home.layer(),
                home.region(),
                version.number(),
                0,
                List.of(Differences.unaccounted(version))));
      }
    } catch (LayerServiceException e) {
      found.put(
          0L,
          none(
              home.layer(),
              home.region(),
              Failures.problem(home.layer() + " in " + home.region(), e)));
    }
    return List.copyOf(found.values());
  }

  private static Verified lost(Home home, PublishedRow row) {
    return new Verified(
        home.layer(),
        home.region(),
        row.number(),
        0,
        List.of(Differences.lost(home.layer(), row.number(), home.region())));
  }

  private Verified asItsRow(LayerVersion version, PublishedRow row) throws LayerServiceException {
    return check.check(new Expectation(version, row.sha256(), row.structuralTag(), row.isPublic()));
  }
}
