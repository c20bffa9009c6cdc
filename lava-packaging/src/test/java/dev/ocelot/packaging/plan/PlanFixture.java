package dev.ocelot.packaging.plan;

import dev.ocelot.packaging.progress.Progress;
import dev.ocelot.packaging.store.BuildKey;
import dev.ocelot.packaging.store.Store;
import dev.ocelot.packaging.store.StoreFixture;
import dev.ocelot.problem.Problem;
import dev.ocelot.problem.ProblemException;
import dev.ocelot.problem.ProblemId;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;

/** Steps and runners for tests. */
final class PlanFixture {
  /** The problem of a step that fails. */
  static final ProblemId BROKEN = ProblemId.user("test-broken");

  private static final long PATIENCE = 60;

  private PlanFixture() {}

  /** A step that writes its name, after others, with its name as key. */
  static Step step(String name, String... after) {
    return step(name, writing(name), after);
  }

  static Step step(String name, StepAction action, String... after) {
    return step(name, Resources.ONE_CPU, action, after);
  }

  static Step step(String name, Resources resources, StepAction action, String... after) {
    Set<StepId> before = Arrays.stream(after).map(StepId::new).collect(Collectors.toSet());
    return new Step(new StepId(name), key("name", name), before, resources, action);
  }

  static StepAction writing(String text) {
    return context -> StoreFixture.write(context.output().resolve("result"), text);
  }

  static StepAction failing() {
    return context -> {
      throw new ProblemException(Problem.error(BROKEN, "it is broken"));
    };
  }

  static BuildKey key(String... subjectsAndValues) {
    BuildKey.Builder builder = BuildKey.builder();
    for (int i = 0; i < subjectsAndValues.length; i += 2) {
      builder.add(subjectsAndValues[i], subjectsAndValues[i + 1]);
    }
    return builder.build();
  }

  static PlanRunner runner(Path store, OnFailure onFailure, Progress progress) {
    return runner(store, budget(4, 4), onFailure, progress);
  }

  static PlanRunner runner(Path store, Budget budget, OnFailure onFailure, Progress progress) {
    return new PlanRunner(
        Store.open(store), budget, PlanSettings.of("test repository", onFailure), progress);
  }

  /** A budget that no other test shares. */
  static Budget budget(int cpus, int emulations) {
    return new Budget("test." + UUID.randomUUID(), new Resources(cpus, emulations));
  }

  /** Waits inside a step; an interrupt cancels it as it cancels a process. */
  static void await(CountDownLatch latch) {
    try {
      if (!latch.await(PATIENCE, TimeUnit.SECONDS)) {
        throw new IllegalStateException("waited in vain");
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new dev.ocelot.packaging.process.CancelledException("a test's wait");
    }
  }
}
