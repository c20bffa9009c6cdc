package dev.ocelot.packaging.plan;

import dev.ocelot.packaging.store.BuildKey;
import java.util.Set;

/**
 * One piece of work that has a result.
 *
 * @param id its name
 * @param key everything that shapes the result
 * @param after the steps whose results must be there first
 * @param resources what it takes while it runs
 * @param action the work
 */
public record Step(
    StepId id, BuildKey key, Set<StepId> after, Resources resources, StepAction action) {
  /** Keeps a copy. */
  public Step {
    after = Set.copyOf(after);
  }
}
