package dev.ocelot.packaging.publish;

import dev.ocelot.packaging.publish.LayerServiceException.Fault;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * One lock for each layer of each region, kept as rows of the table ({@code
 * lock:<region>:<layer>}).
 *
 * <p>A lock keeps two runs from publishing the same thing at once in most cases; that one version
 * stays in all cases is the publisher's work, since an owner that sleeps through its lease wakes up
 * believing that it still has the lock.
 */
public final class LayerLocks {
  private static final String PREFIX = "lock:";

  private final LayerTable table;
  private final Retries retries;
  private final LockPatience patience;

  LayerLocks(LayerTable table, Retries retries, LockPatience patience) {
    this.table = table;
    this.retries = retries;
    this.patience = patience;
  }

  /** Takes a lock that is free; does not wait for one that is not. */
  Optional<HeldLock> acquireFree(Region region, LayerName layer) throws LayerServiceException {
    Row mine = row(key(region, layer), LockOwner.current().text(), 1);
    return create(mine) ? Optional.of(new HeldLock(table, retries, mine)) : Optional.empty();
  }

  private static String key(Region region, LayerName layer) {
    return PREFIX + region + ":" + layer;
  }

  /**
   * Takes a lock: at once when it is free or its owner is gone, otherwise when its owner gave no
   * sign of life for a lease.
   *
   * @throws LayerServiceException when the table does not answer, or a living owner keeps the lock
   *     for too long
   */
  HeldLock acquire(Region region, LayerName layer) throws LayerServiceException {
    String key = key(region, layer);
    String owner = LockOwner.current().text();
    Timing timing = retries.timing();
    long start = timing.nanos();
    Row seen = row(key, owner, 0);
    long seenSince = start;
    while (timing.nanos() - start <= patience.longest().toNanos()) {
      Row mine = row(key, owner, 1);
      if (create(mine)) {
        return new HeldLock(table, retries, mine);
      }
      Optional<Row> current = retries.repeatable(() -> table.row(key));
      if (current.isEmpty()) {
        retries.sleep(patience.poll());
        continue;
      }
      Row held = current.get();
      if (!held.equals(seen)) {
        seen = held;
        seenSince = timing.nanos();
      }
      boolean silent = timing.nanos() - seenSince >= patience.lease().toNanos();
      if (silent || ownerIsGone(held)) {
        Row successor = row(key, owner, held.number(HeldLock.LEASE).orElse(0L) + 1);
        if (replace(held, successor)) {
          return new HeldLock(table, retries, successor);
        }
      } else {
        retries.sleep(patience.poll());
      }
    }
    throw new LayerServiceException(
        Fault.UNAVAILABLE,
        "another run has been publishing "
            + layer
            + " to "
            + region
            + " for "
            + patience.longest().toMinutes()
            + " minutes");
  }

  /**
   * Whether a row is a lock whose owner is known to have ended without giving it up.
   *
   * @param row any row
   * @return true when nobody needs it any more
   */
  public static boolean isAbandoned(Row row) {
    return row.key().startsWith(PREFIX) && ownerIsGone(row);
  }

  private static boolean ownerIsGone(Row lock) {
    return LockOwner.parse(lock.text(HeldLock.OWNER).orElse("")).isGone();
  }

  private boolean create(Row mine) throws LayerServiceException {
    return retries.once(() -> table.create(mine), () -> isStored(mine));
  }

  private boolean replace(Row held, Row mine) throws LayerServiceException {
    return retries.once(() -> table.replace(held, mine), () -> isStored(mine));
  }

  private Optional<Boolean> isStored(Row mine) throws LayerServiceException {
    return retries.repeatable(() -> table.row(mine.key())).filter(mine::equals).map(found -> true);
  }

  private static Row row(String key, String owner, long lease) {
    return new Row(
        key,
        new TreeMap<>(
            Map.of(HeldLock.OWNER, new Row.Text(owner), HeldLock.LEASE, new Row.Whole(lease))));
  }
}
