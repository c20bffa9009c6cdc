package dev.ocelot.packaging.plan;

import dev.ocelot.packaging.progress.JobProgress;
import dev.ocelot.packaging.store.StoreEntry;
import java.nio.file.Path;
import java.util.Map;

/**
 * What a step works with.
 *
 * @param output an empty folder; what the step leaves there becomes the entry of its key
 * @param work a private empty folder that is removed when the step ends
 * @param results the entries of the steps that this one comes after
 * @param progress hears how the step goes on; the runner tells of its end
 */
public record StepContext(
    Path output, Path work, Map<StepId, StoreEntry> results, JobProgress progress) {
  /** Keeps a copy. */
  public StepContext {
    results = Map.copyOf(results);
  }

  /**
   * The result of an earlier step.
   *
   * @param id a step that this one comes after
   * @return its entry
   */
  public StoreEntry result(StepId id) {
    StoreEntry entry = results.get(id);
    if (entry == null) {
      throw new IllegalArgumentException("not a step before this one: " + id);
    }
    return entry;
  }
}
