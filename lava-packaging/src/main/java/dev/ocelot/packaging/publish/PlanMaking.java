package dev.ocelot.packaging.publish;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

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

  /** The same pairs, each with what is to be done. */
  List<PublishPlan.Entry> decided(List<PublishPlan.Entry> pairs) throws InterruptedException {
    return allowed(withRows(tools.parallel().map(pairs, this::decided)));
  }

  private PublishPlan.Entry decided(PublishPlan.Entry pair) {
    try {
      return with(pair, decision(pair.layer(), pair.region()));
    } catch (LayerServiceException e) {
      return unknown(pair, e);
    }
  }

  private Decision decision(BuiltLayer layer, Region region) throws LayerServiceException {
    List<LayerVersion> versions = tools.inspector().versions(region, layer.name());
    var match = tools.inspector().find(layer, versions);
    if (match.isPresent()) {
      List<Repair> repairs = tools.inspector().permission(match.get().version()).stream().toList();
      return new Decision.Keep(match.get(), repairs);
    }
    return new Decision.Publish(
        versions.isEmpty()
            ? "it has no version yet"
            : "none of its " + versions.size() + " versions has its MD5 or content digest");
  }

  /** The rows of all regions lie in one table, which is asked for them at once. */
  private List<PublishPlan.Entry> withRows(List<PublishPlan.Entry> entries) {
    List<String> arns =
        entries.stream()
            .map(PublishPlan.Entry::decision)
            .filter(Decision.Keep.class::isInstance)
            .map(decision -> ((Decision.Keep) decision).match().version().arn())
            .toList();
    try {
      Map<String, Row> rows = tools.inspector().rows(arns);
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
