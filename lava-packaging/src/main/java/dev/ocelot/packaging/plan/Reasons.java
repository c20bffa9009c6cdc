package dev.ocelot.packaging.plan;

import dev.ocelot.packaging.store.BuildKey;
import dev.ocelot.packaging.store.KeyDifference;
import dev.ocelot.packaging.store.KeyMemory;
import dev.ocelot.packaging.store.Lookup;
import java.util.Optional;

/** Says why a step has to run. */
final class Reasons {
  private final KeyMemory memory;

  Reasons(KeyMemory memory) {
    this.memory = memory;
  }

  Forecast forecast(Step step, Lookup found) {
    return found instanceof Lookup.Hit
        ? new Forecast(step.id(), Forecast.Action.REUSE, "")
        : new Forecast(step.id(), Forecast.Action.BUILD, reason(step, found));
  }

  String reason(Step step, Lookup found) {
    if (found instanceof Lookup.Damaged damaged) {
      return "the stored result was damaged: " + damaged.what();
    }
    Optional<BuildKey> last = memory.lastKey(step.id().text());
    if (last.isEmpty()) {
      return "not built before";
    }
    if (last.get().equals(step.key())) {
      return "its result is no longer in the store";
    }
    return KeyDifference.between(last.get(), step.key()).sentence();
  }

  void remember(Step step) {
    memory.remember(step.id().text(), step.key());
  }
}
