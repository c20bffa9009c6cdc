package dev.ocelot.packaging.publish;

import dev.ocelot.packaging.progress.Amount;
import dev.ocelot.packaging.progress.JobProgress;
import dev.ocelot.packaging.progress.Outcome;
import dev.ocelot.packaging.progress.Progress;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/** Carries out the plan for one layer in one region. Safe for several threads. */
final class OneLayer {
  /** What all pairs share. */
  record Tools(LayerService service, Retries retries, LayerInspector inspector, Turns turns) {}

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
      Receipt receipt = inTurn(entry, new SentBytes(job));
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
   * The row is written in the same turn: a run that packed the same content into other bytes finds
   * it there.
   */
  private Receipt inTurn(PublishPlan.Entry entry, SentBytes sent) throws LayerServiceException {
    Turn turn = tools.turns().of(entry);
    try {
      return settled(entry.layer(), found(entry, turn, sent));
    } finally {
      tools.turns().end(turn);
    }
  }

  /** Another run may have come first since the plan was made; its version has a higher number. */
  private Found found(PublishPlan.Entry entry, Turn turn, SentBytes sent)
      throws LayerServiceException {
    long planned = ((Decision.Publish) entry.decision()).highest();
    if (turn.highest().isPresent() && turn.highest().getAsLong() == planned) {
      return uploaded(entry, planned, sent);
    }
    List<LayerVersion> versions = tools.inspector().versions(entry.region(), entry.layer().name());
    Optional<Match> match = tools.inspector().find(entry.layer(), versions);
    return match.isPresent() ? Found.of(match.get()) : uploaded(entry, highest(versions), sent);
  }

  private static long highest(List<LayerVersion> versions) {
    return versions.stream().mapToLong(LayerVersion::number).max().orElse(0);
  }

  private Found uploaded(PublishPlan.Entry entry, long highest, SentBytes sent)
      throws LayerServiceException {
    LayerUpload upload = entry.layer().upload(settings);
    LayerVersion made =
        tools
            .retries()
            .once(
                () -> tools.service().publish(entry.region(), upload, sent.attempt()),
                () -> since(highest, entry).stream().findFirst());
    List<String> notes = new ArrayList<>();
    notes.add("published version " + made.number());
    // Numbers only increase, so nobody came between the highest and the next.
    LayerVersion kept =
        made.number() == highest + 1 ? made : lowest(made, since(highest, entry), notes);
    return new Found(new Match(kept, Match.By.MD5), kept.number() == made.number(), notes);
  }

  /**
   * Whoever published the same bytes meanwhile, without the lock or past its lease, does the same:
   * the lowest version stays, so all agree on one.
   */
  private LayerVersion lowest(LayerVersion made, List<LayerVersion> others, List<String> notes)
      throws LayerServiceException {
    SortedMap<Long, LayerVersion> same = new TreeMap<>(Map.of(made.number(), made));
    others.forEach(version -> same.put(version.number(), version));
    LayerVersion kept = same.remove(same.firstKey());
    for (LayerVersion higher : same.values()) {
      tools.retries().repeatable(() -> tools.service().delete(higher));
      notes.add("deleted version " + higher.number() + ", which has the same bytes");
    }
    return kept;
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

  /** The versions with the layer's bytes that came after one, lowest first. */
  private List<LayerVersion> since(long highest, PublishPlan.Entry entry)
      throws LayerServiceException {
    List<LayerVersion> fresh =
        tools.inspector().versions(entry.region(), entry.layer().name()).stream()
            .filter(version -> version.number() > highest)
            .toList();
    return tools.inspector().withSameBytes(entry.layer(), fresh);
  }
}
