package dev.ocelot.packaging.publish;

import dev.ocelot.packaging.progress.Amount;
import dev.ocelot.packaging.progress.JobProgress;
import dev.ocelot.packaging.progress.Outcome;
import dev.ocelot.packaging.progress.Progress;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** Carries out the plan for one layer in one region. Safe for several threads. */
final class OneLayer {
  /** What all pairs share. */
  record Tools(
      LayerService service,
      Retries retries,
      LayerInspector inspector,
      LayerLocks locks,
      Heartbeat heartbeat) {}

  private final Tools tools;
  private final VersionRepair repair;
  private final PublishSettings.LayerSettings settings;
  private final Progress progress;

  OneLayer(Tools tools, LayerRows rows, PublishSettings.LayerSettings settings, Progress progress) {
    this.tools = tools;
    this.repair = new VersionRepair(tools.service(), tools.retries(), rows);
    this.settings = settings;
    this.progress = progress;
  }

  /** Does what the plan says; whatever goes wrong is in the receipt. */
  Receipt carryOut(PublishPlan.Entry entry) {
    if (entry.decision() instanceof Decision.Unknown unknown) {
      return Receipt.pending(entry).failed(unknown.problem());
    }
    if (entry.decision() instanceof Decision.Keep keep) {
      return mended(entry.layer(), Found.of(keep.match()), keep.repairs());
    }
    JobProgress job =
        progress.started(
            "publish " + entry.layer().name() + " to " + entry.region(),
            Amount.bytes(entry.layer().digests().size()));
    Outcome outcome = Outcome.failed(Receipt.Outcome.FAILED.text());
    try {
      Receipt receipt = underLock(entry.layer(), entry.region(), new SentBytes(job));
      if (receipt.outcome() != Receipt.Outcome.FAILED) {
        outcome = Outcome.done(receipt.outcome().text());
      }
      return receipt;
    } catch (LayerServiceException e) {
      return Receipt.pending(entry).failed(Failures.problem(entry.layer(), entry.region(), e));
    } finally {
      job.finished(outcome);
    }
  }

  /** A version that will do, whether this run made it, and what it took. */
  private record Found(Match match, boolean isNew, List<String> notes) {
    static Found of(Match match) {
      String note = "version " + match.version().number() + " " + match.by().words();
      return new Found(match, false, List.of(note));
    }
  }

  /**
   * The row is written under the lock too: a run that packed the same content into other bytes
   * finds it there.
   */
  private Receipt underLock(BuiltLayer layer, Region region, SentBytes sent)
      throws LayerServiceException {
    HeldLock lock = tools.locks().acquire(region, layer.name());
    tools.heartbeat().keep(lock);
    try {
      // Another run may have come first since the plan was made.
      List<LayerVersion> before = tools.inspector().versions(region, layer.name());
      Optional<Match> match = tools.inspector().find(layer, before);
      Found found =
          match.isPresent() ? Found.of(match.get()) : uploaded(layer, region, before, sent);
      return settled(layer, found);
    } finally {
      tools.heartbeat().drop(lock);
      release(lock);
    }
  }

  private Found uploaded(BuiltLayer layer, Region region, List<LayerVersion> before, SentBytes sent)
      throws LayerServiceException {
    LayerUpload upload = layer.upload(settings);
    LayerVersion made =
        tools
            .retries()
            .once(
                () -> tools.service().publish(region, upload, sent.attempt()),
                () -> since(before, layer, region).stream().findFirst());
    List<String> notes = new ArrayList<>();
    notes.add("published version " + made.number());
    // Whoever published the same bytes meanwhile, without the lock or past its lease, does the
    // same:
    // the lowest version stays, so all agree on one.
    SortedMap<Long, LayerVersion> same = new TreeMap<>(Map.of(made.number(), made));
    since(before, layer, region).forEach(version -> same.put(version.number(), version));
    LayerVersion kept = same.remove(same.firstKey());
    for (LayerVersion higher : same.values()) {
      tools.retries().repeatable(() -> tools.service().delete(higher));
      notes.add("deleted version " + higher.number() + ", which has the same bytes");
    }
    return new Found(new Match(kept, Match.By.MD5), kept.number() == made.number(), notes);
  }

  private Receipt settled(BuiltLayer layer, Found found) {
    try {
      return mended(
          layer,
          found,
          found.isNew() ? neededByNew() : tools.inspector().repairs(layer, found.match()));
    } catch (LayerServiceException e) {
      return failed(layer, found, found.notes(), e);
    }
  }

  /** What a version lacks that was just made is known, and need not be asked. */
  private List<Repair> neededByNew() {
    return settings.isPublic()
        ? List.of(Repair.MAKE_PUBLIC, Repair.WRITE_ROW)
        : List.of(Repair.WRITE_ROW);
  }

  private Receipt mended(BuiltLayer layer, Found found, List<Repair> repairs) {
    List<String> notes = new ArrayList<>(found.notes());
    try {
      for (Repair each : repairs) {
        repair.apply(each, layer, found.match());
        if (!found.isNew()) {
          notes.add(each.done());
        }
      }
    } catch (LayerServiceException e) {
      return failed(layer, found, notes, e);
    }
    Receipt.Outcome kept = repairs.isEmpty() ? Receipt.Outcome.REUSED : Receipt.Outcome.REPAIRED;
    Receipt.Outcome outcome = found.isNew() ? Receipt.Outcome.PUBLISHED : kept;
    return Receipt.of(layer, found.match().version(), outcome, notes);
  }

  private static Receipt failed(
      BuiltLayer layer, Found found, List<String> notes, LayerServiceException failure) {
    LayerVersion version = found.match().version();
    return Receipt.of(layer, version, Receipt.Outcome.FAILED, notes)
        .failed(Failures.problem(layer, version.region(), failure));
  }

  /** The versions with the layer's bytes that were not there before, lowest first. */
  private List<LayerVersion> since(List<LayerVersion> before, BuiltLayer layer, Region region)
      throws LayerServiceException {
    Set<Long> known = before.stream().map(LayerVersion::number).collect(Collectors.toSet());
    List<LayerVersion> fresh =
        tools.inspector().versions(region, layer.name()).stream()
            .filter(version -> !known.contains(version.number()))
            .toList();
    return tools.inspector().withSameBytes(layer, fresh);
  }

  /** A lock that cannot be given up does no harm but to let the next run wait for its lease. */
  private static void release(HeldLock lock) {
    try {
      lock.release();
    } catch (LayerServiceException e) {
      // What was published is published; that is what counts.
    }
  }
}
