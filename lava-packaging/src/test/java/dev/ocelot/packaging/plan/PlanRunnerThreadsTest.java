package dev.ocelot.packaging.plan;

import static dev.ocelot.packaging.plan.PlanFixture.await;
import static dev.ocelot.packaging.plan.PlanFixture.budget;
import static dev.ocelot.packaging.plan.PlanFixture.failing;
import static dev.ocelot.packaging.plan.PlanFixture.runner;
import static dev.ocelot.packaging.plan.PlanFixture.step;
import static dev.ocelot.packaging.plan.PlanFixture.writing;
import static dev.ocelot.packaging.plan.PlanRunnerTest.describe;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.ocelot.packaging.process.CancelledException;
import dev.ocelot.packaging.progress.Progress;
import dev.ocelot.packaging.store.StoreFixture;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** What runs at the same time as what, and what an end in the middle leaves. */
@Timeout(120)
class PlanRunnerThreadsTest {
  private final Path root;

  PlanRunnerThreadsTest(@TempDir Path folder) {
    this.root = folder.resolve("store");
  }

  @Test
  void stepsThatDoNotNeedEachOtherRunAtTheSameTime() {
    CountDownLatch both = new CountDownLatch(2);
    StepAction meeting =
        context -> {
          both.countDown();
          await(both);
          writing("met").run(context);
        };
    runner(root, OnFailure.STOP, Progress.none())
        .run(new Plan(List.of(step("a", meeting), step("b", meeting))))
        .throwIfFailed();
  }

  @Test
  void noMoreRunThanTheBudgetAllows() {
    Concurrency seen = new Concurrency();
    List<Step> steps = new ArrayList<>();
    for (int i = 0; i < 12; i++) {
      steps.add(step("step " + i, seen.counting()));
    }
    runner(root, budget(2, 1), OnFailure.STOP, Progress.none())
        .run(new Plan(steps))
        .throwIfFailed();
    assertThat(seen.most()).isBetween(1, 2);
  }

  @Test
  void twoRunsShareTheBudget(@TempDir Path other) throws Exception {
    Budget one = budget(1, 1);
    CountDownLatch holding = new CountDownLatch(1);
    CountDownLatch letGo = new CountDownLatch(1);
    Concurrency seen = new Concurrency();
    StepAction holder =
        context -> {
          holding.countDown();
          await(letGo);
          seen.counting().run(context);
        };
    CompletableFuture<PlanResult> first =
        CompletableFuture.supplyAsync(
            () ->
                runner(root, one, OnFailure.STOP, Progress.none())
                    .run(new Plan(List.of(step("a", holder)))));
    await(holding);
    List<String> order = new ArrayList<>();
    CompletableFuture<PlanResult> second =
        CompletableFuture.supplyAsync(
            () ->
                runner(other.resolve("store"), one, OnFailure.STOP, Progress.none())
                    .run(
                        new Plan(
                            List.of(
                                step(
                                    "b",
                                    context -> {
                                      order.add(letGo.getCount() == 0 ? "after" : "before");
                                      seen.counting().run(context);
                                    })))));
    letGo.countDown();
    first.get(60, TimeUnit.SECONDS).throwIfFailed();
    second.get(60, TimeUnit.SECONDS).throwIfFailed();
    assertThat(order).containsExactly("after");
    assertThat(seen.most()).isEqualTo(1);
  }

  @Test
  void emulationIsLimitedByItself() {
    Concurrency emulated = new Concurrency();
    CountDownLatch nativeRan = new CountDownLatch(1);
    StepAction emulating =
        context -> {
          await(nativeRan);
          emulated.counting().run(context);
        };
    StepAction ours =
        context -> {
          nativeRan.countDown();
          writing("native").run(context);
        };
    Plan plan =
        new Plan(
            List.of(
                step("arm64 a", Resources.EMULATED, emulating),
                step("arm64 b", Resources.EMULATED, emulating),
                step("amd64", Resources.ONE_CPU, ours)));
    runner(root, budget(3, 1), OnFailure.STOP, Progress.none()).run(plan).throwIfFailed();
    assertThat(emulated.most()).isEqualTo(1);
  }

  @Test
  void theFirstFailureStopsTheRestWhenAskedTo() {
    CountDownLatch running = new CountDownLatch(1);
    CountDownLatch never = new CountDownLatch(1);
    StepAction endless =
        context -> {
          running.countDown();
          await(never);
        };
    StepAction failingThen =
        context -> {
          await(running);
          failing().run(context);
        };
    Plan plan =
        new Plan(
            List.of(step("a", endless), step("b", failingThen), step("c", "a"), step("d", "b")));
    PlanResult result = runner(root, OnFailure.STOP, Progress.none()).run(plan);
    assertThat(describe(result))
        .containsExactly("a cancelled", "b failed: test-broken", "c cancelled", "d cancelled");
    assertThat(Thread.currentThread().isInterrupted()).isFalse();
    assertThat(StoreFixture.below(root.resolve("scratch"))).isEmpty();
  }

  @Test
  void anInterruptCancelsEverythingAndLeavesNothing() throws Exception {
    CountDownLatch running = new CountDownLatch(2);
    CountDownLatch never = new CountDownLatch(1);
    StepAction endless =
        context -> {
          StoreFixture.write(context.output().resolve("half"), "half");
          running.countDown();
          await(never);
        };
    Plan plan = new Plan(List.of(step("a", endless), step("b", endless), step("c", "b")));
    CompletableFuture<PlanResult> end = new CompletableFuture<>();
    CompletableFuture<Boolean> stillInterrupted = new CompletableFuture<>();
    Thread runner =
        new Thread(
            () -> {
              end.complete(runner(root, OnFailure.CONTINUE, Progress.none()).run(plan));
              stillInterrupted.complete(Thread.currentThread().isInterrupted());
            });
    runner.start();
    await(running);
    runner.interrupt();
    PlanResult result = end.get(60, TimeUnit.SECONDS);
    assertThat(describe(result)).containsExactly("a cancelled", "b cancelled", "c cancelled");
    assertThat(stillInterrupted.get(60, TimeUnit.SECONDS)).isTrue();
    assertThatThrownBy(result::throwIfFailed).isInstanceOf(CancelledException.class);
    assertThat(StoreFixture.below(root.resolve("scratch"))).isEmpty();
    assertThat(StoreFixture.below(root.resolve("entries"))).isEmpty();
    runner.join();
  }

  @Test
  void twoRunsOfOnePlanBuildItOnce() throws Exception {
    AtomicInteger runs = new AtomicInteger();
    CountDownLatch building = new CountDownLatch(1);
    CountDownLatch waited = new CountDownLatch(1);
    StepAction slow =
        context -> {
          runs.incrementAndGet();
          building.countDown();
          await(waited);
          writing("x").run(context);
        };
    RecordedProgress progress = new RecordedProgress();
    CompletableFuture<PlanResult> first =
        CompletableFuture.supplyAsync(
            () ->
                runner(root, OnFailure.STOP, Progress.none())
                    .run(new Plan(List.of(step("a", slow)))));
    await(building);
    CompletableFuture<PlanResult> second =
        CompletableFuture.supplyAsync(
            () -> runner(root, OnFailure.STOP, progress).run(new Plan(List.of(step("a", slow)))));
    waited.countDown();
    first.get(60, TimeUnit.SECONDS).throwIfFailed();
    assertThat(describe(second.get(60, TimeUnit.SECONDS))).containsExactly("a reused");
    assertThat(runs).hasValue(1);
  }

  /** Counts how many steps run at once. */
  private static final class Concurrency {
    private int now;
    private int most;

    StepAction counting() {
      return context -> {
        enter();
        writing(context.output().toString()).run(context);
        leave();
      };
    }

    private synchronized void enter() {
      now++;
      most = Math.max(most, now);
    }

    private synchronized void leave() {
      now--;
    }

    synchronized int most() {
      return most;
    }
  }
}
