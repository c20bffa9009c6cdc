package dev.ocelot.packaging.publish.removal;

import dev.ocelot.packaging.publish.Failures;
import dev.ocelot.packaging.publish.LayerName;
import dev.ocelot.packaging.publish.LayerPattern;
import dev.ocelot.packaging.publish.LayerServiceException;
import dev.ocelot.packaging.publish.LayerVersion;
import dev.ocelot.packaging.publish.PatientService;
import dev.ocelot.packaging.publish.Region;
import dev.ocelot.packaging.publish.removal.RemovalPlan.Decision;
import dev.ocelot.packaging.publish.removal.RemovalPlan.Entry;
import dev.ocelot.problem.Problem;
import dev.ocelot.problem.ProblemId;
import dev.ocelot.problem.Remedy;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Finds out what a request is about. Only reads. */
public final class RemovalPlanner {
  /** A version that shall go is used by functions. */
  public static final ProblemId IN_USE = ProblemId.user("layer-in-use");

  private static final Comparator<Entry> ORDER =
      Comparator.comparing(Entry::region)
          .thenComparing(Entry::layer)
          .thenComparingLong(Entry::number);

  private final PatientService service;
  private final RemovalRequest request;

  /**
   * A planner.
   *
   * @param service what holds the layers
   * @param request what shall be deleted
   */
  public RemovalPlanner(PatientService service, RemovalRequest request) {
    this.service = service;
    this.request = request;
  }

  /** What one region, or one layer in it, says; with the ARNs that exist. */
  private record Part(List<Entry> entries, List<Problem> problems, Set<String> existing) {
    static Part failed(String what, LayerServiceException e) {
      return new Part(List.of(), List.of(Failures.problem(what, e)), Set.of());
    }
  }

  private record Home(Region region, LayerName layer) {}

  private record Layers(Region region, List<Home> homes, List<Problem> problems) {}

  /**
   * Plans.
   *
   * @return what would be deleted and what would stay
   * @throws InterruptedException when the thread is interrupted
   */
  public RemovalPlan plan() throws InterruptedException {
    List<Entry> entries = new ArrayList<>();
    List<Problem> problems = new ArrayList<>();
    Set<String> existing = new HashSet<>();
    List<Home> homes = new ArrayList<>();
    Set<Region> answering = new HashSet<>();
    for (Layers found : service.map(request.regions(), this::layers)) {
      homes.addAll(found.homes());
      problems.addAll(found.problems());
      if (found.problems().isEmpty()) {
        answering.add(found.region());
      }
    }
    for (Part part : service.map(homes, this::part)) {
      entries.addAll(part.entries());
      problems.addAll(part.problems());
      existing.addAll(part.existing());
    }
    if (problems.stream().noneMatch(p -> !p.id().equals(IN_USE))) {
      entries.addAll(lostRows(existing, answering, problems));
    }
    entries.sort(ORDER);
    return new RemovalPlan(entries, problems);
  }

  private Layers layers(Region region) {
    try {
      List<Home> homes =
          service.ask(it -> it.layers(region)).stream()
              .filter(this::mayFit)
              .map(layer -> new Home(region, layer))
              .toList();
      return new Layers(region, homes, List.of());
    } catch (LayerServiceException e) {
      Problem problem = Failures.problem("the layers of " + region + " cannot be listed", e);
      return new Layers(region, List.of(), List.of(problem));
    }
  }

  /** By its name, or by its name and some version. */
  private boolean mayFit(LayerName layer) {
    String pattern = request.pattern().text();
    int colon = pattern.lastIndexOf(':');
    return request.pattern().fits(layer.text())
        || (colon >= 0 && new LayerPattern(pattern.substring(0, colon)).fits(layer.text()));
  }

  private Part part(Home home) {
    List<Entry> entries = new ArrayList<>();
    List<Problem> problems = new ArrayList<>();
    Set<String> existing = new HashSet<>();
    try {
      List<LayerVersion> versions = service.ask(it -> it.versions(home.region(), home.layer()));
      for (int i = 0; i < versions.size(); i++) {
        LayerVersion version = versions.get(i);
        existing.add(version.arn());
        if (!request.pattern().fits(home.layer(), version.number())) {
          continue;
        }
        boolean isNewest = versions.size() - i <= request.keep();
        entries.add(
            isNewest
                ? Entry.of(version, Decision.KEEP, "one of the newest " + request.keep())
                : unlessInUse(version, problems));
      }
      return new Part(entries, problems, existing);
    } catch (LayerServiceException e) {
      return Part.failed(home.layer() + " in " + home.region(), e);
    }
  }

  private Entry unlessInUse(LayerVersion version, List<Problem> problems)
      throws LayerServiceException {
    List<String> users = service.ask(it -> it.users(version));
    String detail = users.isEmpty() ? "" : "used by " + String.join(", ", users);
    if (users.isEmpty() || request.evenInUse()) {
      return Entry.of(version, Decision.DELETE, detail);
    }
    problems.add(
        Problem.error(
                IN_USE,
                version.layer()
                    + " version "
                    + version.number()
                    + " in "
                    + version.region()
                    + " is "
                    + detail)
            .withRemedy(
                Remedy.advice(
                    "move these functions to another version, or give -Docelot.evenInUse=true")));
    return Entry.of(version, Decision.IN_USE, detail);
  }

  /** Rows of versions that somebody deleted without them. The table is one for all regions. */
  private List<Entry> lostRows(
      Set<String> existing, Set<Region> answering, List<Problem> problems) {
    try {
      return service.published().stream()
          .filter(row -> answering.contains(row.region()))
          .filter(row -> request.pattern().fits(row.layer(), row.number()))
          .filter(row -> !existing.contains(row.arn()))
          .map(Entry::rowOnly)
          .toList();
    } catch (LayerServiceException e) {
      problems.add(Failures.problem("the table cannot be read", e));
      return List.of();
    }
  }
}
