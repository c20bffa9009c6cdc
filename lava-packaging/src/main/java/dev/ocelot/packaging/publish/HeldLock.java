package dev.ocelot.packaging.publish;

import java.util.Optional;

/** A lock that this run holds, until it is released or somebody takes it over. */
final class HeldLock {
  /** The attribute that names the owner. */
  static final String OWNER = "owner";

  /** The attribute that its owner raises while it lives. */
  static final String LEASE = "lease";

  private final LayerTable table;
  private final Retries retries;
  private Row row;
  private boolean lost;

  HeldLock(LayerTable table, Retries retries, Row row) {
    this.table = table;
    this.retries = retries;
    this.row = row;
  }

  /**
   * Proves that the owner is alive.
   *
   * @throws LayerServiceException when the table does not answer; the next beat tries again
   */
  synchronized void renew() throws LayerServiceException {
    if (lost) {
      return;
    }
    Row next = row.with(LEASE, new Row.Whole(row.number(LEASE).orElse(0L) + 1));
    if (isReplaced(next)) {
      row = next;
    } else {
      lost = true;
    }
  }

  /** Tries once, as the next beat comes soon enough and nobody shall wait for this one. */
  private boolean isReplaced(Row next) throws LayerServiceException {
    try {
      return table.replace(row, next);
    } catch (LayerServiceException e) {
      if (e.fault() == LayerServiceException.Fault.OUTCOME_UNKNOWN
          && table.row(row.key()).filter(next::equals).isPresent()) {
        return true;
      }
      throw e;
    }
  }

  /**
   * Gives the lock up.
   *
   * @throws LayerServiceException when the table does not answer; the lease ends by itself then
   */
  synchronized void release() throws LayerServiceException {
    if (!lost) {
      lost = true;
      retries.repeatable(this::removed);
    }
  }

  /** A renewal whose answer was lost may have arrived after it was looked for. */
  private boolean removed() throws LayerServiceException {
    if (table.delete(row)) {
      return true;
    }
    Optional<Row> stored = table.row(row.key());
    return stored.isPresent()
        && stored.get().text(OWNER).equals(row.text(OWNER))
        && table.delete(stored.get());
  }

  /** Whether somebody took the lock over, or it was released. */
  synchronized boolean isLost() {
    return lost;
  }
}
