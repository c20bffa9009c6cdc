package dev.ocelot.packaging.publish;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Takes the locks of what shall be published, and looks what is there once they are taken: one look
 * for all layers of a region.
 *
 * <p>Locks that are not free are waited for one by one, and only when every other layer is done, so
 * that two runs never wait for one another.
 */
final class Turns implements AutoCloseable {
  private final LayerInspector inspector;
  private final LayerLocks locks;
  private final Heartbeat heartbeat;
  private final ConcurrentMap<PublishPlan.Entry, Turn> taken = new ConcurrentHashMap<>();

  Turns(LayerInspector inspector, LayerLocks locks, Heartbeat heartbeat) {
    this.inspector = inspector;
    this.locks = locks;
    this.heartbeat = heartbeat;
  }

  /** Takes every turn that can be had without waiting. */
  void take(List<PublishPlan.Entry> entries, Parallel parallel) throws InterruptedException {
    Map<Region, List<PublishPlan.Entry>> regions =
        entries.stream()
            .filter(entry -> entry.decision() instanceof Decision.Publish)
            .collect(
                Collectors.groupingBy(
                    PublishPlan.Entry::region, LinkedHashMap::new, Collectors.toList()));
    List<Boolean> unused = parallel.map(List.copyOf(regions.values()), this::takeFree);
  }

  private boolean takeFree(List<PublishPlan.Entry> ofRegion) {
    Map<LayerName, PublishPlan.Entry> held = new TreeMap<>();
    try {
      for (PublishPlan.Entry entry : ofRegion) {
        if (locked(entry)) {
          held.put(entry.layer().name(), entry);
        }
      }
      if (!held.isEmpty()) {
        Map<LayerName, LayerVersion> newest =
            inspector.newest(ofRegion.get(0).region(), held.keySet());
        held.forEach((name, entry) -> looked(entry, newest.get(name)));
      }
      return true;
    } catch (LayerServiceException e) {
      // Whatever it is, each layer meets it again when it comes to it, and says so.
      return false;
    }
  }

  private boolean locked(PublishPlan.Entry entry) throws LayerServiceException {
    var lock = locks.acquireFree(entry.region(), entry.layer().name());
    lock.ifPresent(
        held -> {
          taken.put(entry, new Turn(held, OptionalLong.empty()));
          heartbeat.keep(held);
        });
    return lock.isPresent();
  }

  private void looked(PublishPlan.Entry entry, @Nullable LayerVersion newest) {
    OptionalLong highest = OptionalLong.of(newest == null ? 0 : newest.number());
    taken.computeIfPresent(entry, (same, turn) -> new Turn(turn.lock(), highest));
  }

  /** Whether nobody needs to wait for a layer. */
  boolean isReady(PublishPlan.Entry entry) {
    return !(entry.decision() instanceof Decision.Publish) || taken.containsKey(entry);
  }

  /**
   * The turn of a layer, for the caller to end; waits where another run has it.
   *
   * @throws LayerServiceException when the table does not answer, or the wait is too long
   */
  Turn of(PublishPlan.Entry entry) throws LayerServiceException {
    Turn turn = taken.remove(entry);
    if (turn == null) {
      turn = new Turn(locks.acquire(entry.region(), entry.layer().name()), OptionalLong.empty());
      heartbeat.keep(turn.lock());
    }
    return turn;
  }

  /** A lock that cannot be given up does no harm but to let the next run wait for its lease. */
  void end(Turn turn) {
    heartbeat.drop(turn.lock());
    try {
      turn.lock().release();
    } catch (LayerServiceException e) {
      // What was published is published; that is what counts.
    }
  }

  /** Ends what nobody came to, as after an interruption. */
  @Override
  public void close() {
    for (PublishPlan.Entry entry : List.copyOf(taken.keySet())) {
      Turn turn = taken.remove(entry);
      if (turn != null) {
        end(turn);
      }
    }
  }
}
