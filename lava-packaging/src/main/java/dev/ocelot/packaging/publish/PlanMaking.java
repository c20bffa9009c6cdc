package dev.ocelot.packaging.publish;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** Decides what is to be done about each layer in each region. Only reads. */
final class PlanMaking {
  /** What it works with. */
  record Tools(
      LayerService service, Retries retries, LayerInspector inspector, Parallel parallel) {}

  private final Tools tools;
  private final boolean toEveryone;

  PlanMaking(Tools tools, boolean toEveryone) {
    this.tools = tools;
    this.toEveryone = toEveryone;
  }

  /** What a region has, or why it does not say. */
  private sealed interface Answer {
    record Newest(Map<LayerName, LayerVersion> versions) implements Answer {}

    record None(LayerServiceException why) implements Answer {}
  }

  /** What was asked for all pairs at once. */
  private record Known(Map<Region, Answer> regions, Map<String, Row> rows) {}

  /** The same pairs, each with what is to be done. */
  List<PublishPlan.Entry> decided(List<PublishPlan.Entry> pairs) throws InterruptedException {
    Map<Region, Answer> regions = regions(pairs);
    Known known;
    try {
      known = new Known(regions, tools.inspector().rows(claimed(pairs, regions)));
    } catch (LayerServiceException e) {
      return pairs.stream().map(pair -> unknown(pair, e)).toList();
    }
    List<PublishPlan.Entry> entries = tools.parallel().map(pairs, pair -> decided(pair, known));
    return allowed(withRows(entries, known.rows()));
  }

  private Map<Region, Answer> regions(List<PublishPlan.Entry> pairs) throws InterruptedException {
    Map<Region, Set<LayerName>> layers = new LinkedHashMap<>();
    for (PublishPlan.Entry pair : pairs) {
      layers.computeIfAbsent(pair.region(), region -> new TreeSet<>()).add(pair.layer().name());
    }
    List<Map.Entry<Region, Set<LayerName>>> asked = List.copyOf(layers.entrySet());
    List<Answer> answers =
        tools.parallel().map(asked, each -> answer(each.getKey(), each.getValue()));
    Map<Region, Answer> all = new HashMap<>();
    for (int i = 0; i < asked.size(); i++) {
      all.put(asked.get(i).getKey(), answers.get(i));
    }
    return all;
  }

  private Answer answer(Region region, Set<LayerName> layers) {
    try {
      return new Answer.Newest(tools.inspector().newest(region, layers));
    } catch (LayerServiceException e) {
      return new Answer.None(e);
    }
  }

  private static @Nullable LayerVersion newest(
      PublishPlan.Entry pair, Map<Region, Answer> regions) {
    return regions.get(pair.region()) instanceof Answer.Newest newest
        ? newest.versions().get(pair.layer().name())
        : null;
  }

  /** The newest versions that say that they hold what shall be published. */
  private static List<String> claimed(List<PublishPlan.Entry> pairs, Map<Region, Answer> regions) {
    List<String> arns = new ArrayList<>();
    for (PublishPlan.Entry pair : pairs) {
      LayerVersion version = newest(pair, regions);
      if (version != null && LayerInspector.claims(version, pair.layer())) {
        arns.add(version.arn());
      }
    }
    return arns.stream().distinct().toList();
  }

  private PublishPlan.Entry decided(PublishPlan.Entry pair, Known known) {
    if (known.regions().get(pair.region()) instanceof Answer.None none) {
      return unknown(pair, none.why());
    }
    LayerVersion version = newest(pair, known.regions());
    if (version == null) {
      return with(pair, new Decision.Publish("it has no version yet", 0));
    }
    try {
      return with(pair, decision(pair, version, known.rows()));
    } catch (LayerServiceException e) {
      return unknown(pair, e);
    }
  }

  private Decision decision(PublishPlan.Entry pair, LayerVersion newest, Map<String, Row> rows)
      throws LayerServiceException {
    if (tools.inspector().isSettled(pair.layer(), newest, rows)) {
      return keep(new Match(newest, Match.By.MD5));
    }
    List<LayerVersion> versions = tools.inspector().versions(pair.region(), pair.layer().name());
    Optional<Match> match = tools.inspector().find(pair.layer(), versions);
    if (match.isPresent()) {
      return keep(match.get());
    }
    long highest = versions.stream().mapToLong(LayerVersion::number).max().orElse(0);
    return new Decision.Publish(
        versions.isEmpty()
            ? "it has no version yet"
            : "none of its " + versions.size() + " versions has its MD5 or content digest",
        highest);
  }

  private Decision keep(Match match) throws LayerServiceException {
    return new Decision.Keep(
        match, tools.inspector().permission(match.version()).stream().toList());
  }

  /** The rows of all regions lie in one table, which is asked at once for those not known yet. */
  private List<PublishPlan.Entry> withRows(
      List<PublishPlan.Entry> entries, Map<String, Row> known) {
    List<String> arns =
        entries.stream()
            .map(PublishPlan.Entry::decision)
            .filter(Decision.Keep.class::isInstance)
            .map(decision -> ((Decision.Keep) decision).match().version().arn())
            .filter(arn -> !known.containsKey(arn))
            .distinct()
            .toList();
    try {
      Map<String, Row> rows = new HashMap<>(known);
      rows.putAll(tools.inspector().rows(arns));
      return entries.stream().map(entry -> withRow(entry, rows)).toList();
    } catch (LayerServiceException e) {
      return entries.stream()
          .map(entry -> entry.decision() instanceof Decision.Keep ? unknown(entry, e) : entry)
          .toList();
    }
  }

  private PublishPlan.Entry withRow(PublishPlan.Entry entry, Map<String, Row> rows) {
    return entry.decision() instanceof Decision.Keep keep
        ? with(
            entry,
            new Decision.Keep(
                keep.match(),
                tools.inspector().withRow(keep.repairs(), entry.layer(), keep.match(), rows)))
        : entry;
  }

  /** Before anything is sent, one layer of each region asks whether all of it would be allowed. */
  private List<PublishPlan.Entry> allowed(List<PublishPlan.Entry> entries)
      throws InterruptedException {
    Map<Region, PublishPlan.Entry> first = new LinkedHashMap<>();
    entries.stream()
        .filter(entry -> entry.decision() instanceof Decision.Publish)
        .forEach(entry -> first.putIfAbsent(entry.region(), entry));
    Map<Region, LayerServiceException> refused = new ConcurrentHashMap<>();
    List<Boolean> unused =
        tools
            .parallel()
            .map(
                List.copyOf(first.values()),
                entry -> isAllowed(entry.region(), entry.layer().name(), refused));
    return entries.stream().map(entry -> unlessRefused(entry, refused)).toList();
  }

  private boolean isAllowed(
      Region region, LayerName layer, Map<Region, LayerServiceException> refused) {
    try {
      tools.retries().repeatable(() -> tools.service().rehearse(region, layer, toEveryone));
      return true;
    } catch (LayerServiceException e) {
      refused.put(region, e);
      return false;
    }
  }

  private static PublishPlan.Entry unlessRefused(
      PublishPlan.Entry entry, Map<Region, LayerServiceException> refused) {
    LayerServiceException refusal = refused.get(entry.region());
    return refusal != null && entry.decision() instanceof Decision.Publish
        ? unknown(entry, refusal)
        : entry;
  }

  private static PublishPlan.Entry with(PublishPlan.Entry pair, Decision decision) {
    return new PublishPlan.Entry(pair.layer(), pair.region(), decision);
  }

  private static PublishPlan.Entry unknown(PublishPlan.Entry pair, LayerServiceException e) {
    return with(pair, new Decision.Unknown(Failures.problem(pair.layer(), pair.region(), e)));
  }
}
