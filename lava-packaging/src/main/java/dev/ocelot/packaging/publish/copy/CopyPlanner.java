package dev.ocelot.packaging.publish.copy;

import dev.ocelot.packaging.publish.Failures;
import dev.ocelot.packaging.publish.LayerDescription;
import dev.ocelot.packaging.publish.LayerName;
import dev.ocelot.packaging.publish.LayerPattern;
import dev.ocelot.packaging.publish.LayerServiceException;
import dev.ocelot.packaging.publish.PatientService;
import dev.ocelot.packaging.publish.PublishedRow;
import dev.ocelot.packaging.publish.Region;
import dev.ocelot.problem.Problem;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/** Finds out which regions miss the newest version of a layer. Only reads. */
public final class CopyPlanner {
  /** The row that was written last is the newest version's. */
  private static final Comparator<PublishedRow> AGE =
      Comparator.comparing(PublishedRow::timestamp)
          .thenComparing(PublishedRow::md5)
          .thenComparing(PublishedRow::region);

  private final PatientService service;
  private final List<Region> regions;

  /**
   * A planner.
   *
   * @param service what holds the layers
   * @param regions where every layer should be
   */
  public CopyPlanner(PatientService service, List<Region> regions) {
    this.service = service;
    this.regions = List.copyOf(regions);
  }

  private record Pair(PublishedRow newest, Region region) {}

  private record Answer(Pair pair, boolean isMissing, List<Problem> problems) {}

  /**
   * Plans.
   *
   * @param pattern fits the names of the layers to copy
   * @return what would be copied
   * @throws LayerServiceException when the table cannot be read
   * @throws InterruptedException when the thread is interrupted
   */
  public CopyPlan plan(LayerPattern pattern) throws LayerServiceException, InterruptedException {
    SortedMap<LayerName, List<PublishedRow>> layers = new TreeMap<>();
    Set<String> accounted = new HashSet<>();
    for (PublishedRow row : service.published()) {
      accounted.add(row.arn());
      if (pattern.fits(row.layer().text())) {
        layers.computeIfAbsent(row.layer(), layer -> new ArrayList<>()).add(row);
      }
    }
    List<Pair> pairs = new ArrayList<>();
    for (List<PublishedRow> rows : layers.values()) {
      rows.sort(AGE.reversed());
      regions.forEach(region -> pairs.add(new Pair(rows.get(0), region)));
    }
    List<Answer> answers = service.map(pairs, pair -> asked(pair, accounted));
    List<CopyPlan.Entry> entries = new ArrayList<>();
    for (List<PublishedRow> rows : layers.values()) {
      List<Region> missing =
          answers.stream()
              .filter(
                  answer ->
                      answer.isMissing()
                          && answer.pair().newest().layer().equals(rows.get(0).layer()))
              .map(answer -> answer.pair().region())
              .toList();
      if (!missing.isEmpty()) {
        entries.add(new CopyPlan.Entry(sources(rows, missing), missing));
      }
    }
    return new CopyPlan(
        entries,
        layers.size() - entries.size(),
        answers.stream().flatMap(answer -> answer.problems().stream()).toList());
  }

  /** The rows of the same bytes, one for each region that has them. */
  private static List<PublishedRow> sources(List<PublishedRow> rows, List<Region> missing) {
    Set<Region> seen = new HashSet<>(missing);
    return rows.stream()
        .filter(row -> row.md5().equals(rows.get(0).md5()))
        .sorted(Comparator.comparing(PublishedRow::region).thenComparing(PublishedRow::number))
        .filter(row -> seen.add(row.region()))
        .toList();
  }

  /** A version without a row is half of one: a copy that was broken off is finished. */
  private Answer asked(Pair pair, Set<String> accounted) {
    LayerName layer = pair.newest().layer();
    try {
      boolean has =
          service.ask(it -> it.versions(pair.region(), layer)).stream()
              .filter(version -> accounted.contains(version.arn()))
              .anyMatch(
                  version -> LayerDescription.names(version.description(), pair.newest().md5()));
      return new Answer(pair, !has, List.of());
    } catch (LayerServiceException e) {
      return new Answer(pair, false, List.of(Failures.problem(layer + " in " + pair.region(), e)));
    }
  }
}
