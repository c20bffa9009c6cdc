package dev.ocelot.packaging.publish.removal;

import dev.ocelot.packaging.publish.Failures;
import dev.ocelot.packaging.publish.LayerServiceException;
import dev.ocelot.packaging.publish.LayerServiceException.Fault;
import dev.ocelot.packaging.publish.LayerTable;
import dev.ocelot.packaging.publish.PatientService;
import dev.ocelot.packaging.publish.Row;
import dev.ocelot.packaging.publish.removal.RemovalPlan.Decision;
import dev.ocelot.packaging.publish.removal.RemovalPlan.Entry;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Deletes what a plan names: of each layer the oldest version first, each with its row, while no
 * other run publishes the layer there. Done again it finishes what was begun.
 */
public final class LayerRemoval {
  private static final int ATTEMPTS = 5;

  private final PatientService service;

  /**
   * A removal.
   *
   * @param service what holds the layers
   */
  public LayerRemoval(PatientService service) {
    this.service = service;
  }

  /**
   * Deletes.
   *
   * @param plan what
   * @return what became of each deletion, in the plan's order
   * @throws InterruptedException when the thread is interrupted
   */
  public List<Removed> carryOut(RemovalPlan plan) throws InterruptedException {
    Map<String, List<Entry>> homes = new TreeMap<>();
    for (Entry entry : plan.deletions()) {
      homes
          .computeIfAbsent(entry.region() + " " + entry.layer(), key -> new ArrayList<>())
          .add(entry);
    }
    return service.map(List.copyOf(homes.values()), this::layer).stream()
        .flatMap(List::stream)
        .toList();
  }

  private List<Removed> layer(List<Entry> entries) {
    Entry first = entries.get(0);
    try {
      return service.alone(
          first.region(), first.layer(), () -> entries.stream().map(this::one).toList());
    } catch (LayerServiceException e) {
      return entries.stream().map(entry -> failed(entry, "failed", e)).toList();
    }
  }

  private Removed one(Entry entry) {
    if (entry.decision() == Decision.DELETE) {
      try {
        service.tell(it -> it.delete(entry.version()));
      } catch (LayerServiceException e) {
        return failed(entry, "failed", e);
      }
    }
    try {
      if (entry.decision() == Decision.DELETE_ROW && exists(entry)) {
        return new Removed(entry, "stays, the version exists by now", List.of());
      }
      deleteRow(entry.arn());
      return new Removed(entry, "deleted", List.of());
    } catch (LayerServiceException e) {
      return failed(entry, "deleted, row stays", e);
    }
  }

  private boolean exists(Entry entry) throws LayerServiceException {
    return service.ask(it -> it.versions(entry.region(), entry.layer())).stream()
        .anyMatch(version -> version.number() == entry.number());
  }

  /** A row that is not there is deleted already. */
  private void deleteRow(String arn) throws LayerServiceException {
    for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
      Optional<Row> row = service.ask(it -> it.table().row(arn));
      if (row.isEmpty() || isDeleted(row.get())) {
        return;
      }
    }
    throw new LayerServiceException(
        Fault.UNAVAILABLE, "the row " + arn + " is changed by others all the time");
  }

  private boolean isDeleted(Row row) throws LayerServiceException {
    return service.ask(
        it -> {
          LayerTable table = it.table();
          return table.delete(row);
        });
  }

  private static Removed failed(Entry entry, String outcome, LayerServiceException e) {
    String what =
        entry.layer() + " version " + entry.number() + " in " + entry.region() + ": " + outcome;
    return new Removed(entry, outcome, List.of(Failures.problem(what, e)));
  }
}
