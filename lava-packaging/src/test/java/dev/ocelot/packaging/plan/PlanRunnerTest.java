package dev.ocelot.packaging.plan;

import static dev.ocelot.packaging.plan.PlanFixture.BROKEN;
import static dev.ocelot.packaging.plan.PlanFixture.failing;
import static dev.ocelot.packaging.plan.PlanFixture.key;
import static dev.ocelot.packaging.plan.PlanFixture.runner;
import static dev.ocelot.packaging.plan.PlanFixture.step;
import static dev.ocelot.packaging.plan.PlanFixture.writing;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.ocelot.packaging.progress.Progress;
import dev.ocelot.packaging.store.BuildKey;
import dev.ocelot.packaging.store.StoreFixture;
import dev.ocelot.packaging.store.StoreProblems;
import dev.ocelot.problem.Problem;
import dev.ocelot.problem.ProblemException;
import dev.ocelot.problem.ProblemId;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** What a run does with each step, and what it says. */
@Timeout(120)
class PlanRunnerTest {
  private final Path root;

  PlanRunnerTest(@TempDir Path folder) {
    this.root = folder.resolve("store");
  }

  @Test
  void buildsWhatIsNotThereAndReusesWhatIs() throws IOException {
    AtomicInteger runs = new AtomicInteger();
    StepAction counted =
        context -> {
          runs.incrementAndGet();
          writing("text").run(context);
        };
    Plan plan = new Plan(List.of(step("a", counted)));

    PlanResult first = run(plan);
    assertThat(describe(first)).containsExactly("a built: not built before");
    StepResult.Done done = (StepResult.Done) first.of(new StepId("a"));
    assertThat(done.entry().path("result")).hasContent("text");

    PlanResult second = run(plan);
    assertThat(describe(second)).containsExactly("a reused");
    assertThat(((StepResult.Done) second.of(new StepId("a"))).entry()).isEqualTo(done.entry());
    assertThat(runs).hasValue(1);
    assertThat(Files.exists(root.resolve("scratch"))).isTrue();
    assertThat(StoreFixture.below(root.resolve("scratch"))).isEmpty();
  }

  @Test
  void saysWhatMadeItNecessary() {
    run(plan("hello", key("build.sh", "1", "a.patch", "1")));
    assertThat(describe(run(plan("hello", key("build.sh", "1", "a.patch", "2")))))
        .containsExactly("hello built: a.patch changed");
    assertThat(describe(run(plan("hello", key("build.sh", "1", "a.patch", "1")))))
        .containsExactly("hello reused");
    assertThat(describe(run(plan("hello", key("build.sh", "2")))))
        .containsExactly("hello built: build.sh changed, a.patch was removed");
  }

  @Test
  void saysWhenAResultIsGone() throws IOException {
    Plan plan = new Plan(List.of(step("a")));
    StepResult.Done done = (StepResult.Done) run(plan).of(new StepId("a"));
    Files.delete(done.entry().path("result"));
    Files.delete(done.entry().path(".ocelot-entry"));
    Files.delete(done.entry().directory());
    assertThat(describe(run(plan)))
        .containsExactly("a built: its result is no longer in the store");
  }

  @Test
  void makesADamagedResultAgainAndWarns() throws IOException {
    Plan plan = new Plan(List.of(step("a")));
    StepResult.Done done = (StepResult.Done) run(plan).of(new StepId("a"));
    Files.writeString(done.entry().path("result"), "b");
    PlanResult again = run(plan);
    assertThat(describe(again))
        .containsExactly("a built: the stored result was damaged: result has another digest");
    assertThat(again.warnings())
        .singleElement()
        .satisfies(
            warning -> {
              assertThat(warning.id()).isEqualTo(StoreProblems.STORE_DAMAGED);
              assertThat(warning.isError()).isFalse();
              assertThat(warning.message()).contains("a, result has another digest");
            });
    assertThat(run(plan).warnings()).isEmpty();
  }

  @Test
  void forecastsWithoutRunningOrChangingAnything() throws IOException {
    run(new Plan(List.of(step("a"))));
    List<String> before = StoreFixture.below(root);
    Plan plan = new Plan(List.of(step("b", failing()), step("a", failing())));
    assertThat(runner(root, OnFailure.STOP, Progress.none()).forecast(plan))
        .containsExactly(
            new Forecast(new StepId("b"), Forecast.Action.BUILD, "not built before"),
            new Forecast(new StepId("a"), Forecast.Action.REUSE, ""));
    assertThat(StoreFixture.below(root)).isEqualTo(before);
  }

  @Test
  void aStepGetsTheResultsOfThoseBeforeIt() {
    StepAction joining =
        context -> {
          assertThat(context.results()).containsOnlyKeys(new StepId("a"), new StepId("b"));
          Path result = context.result(new StepId("a")).path("result");
          StoreFixture.write(context.output().resolve("joined"), "from " + result.getFileName());
        };
    Plan plan = new Plan(List.of(step("joined", joining, "a", "b"), step("a"), step("b")));
    PlanResult result = run(plan);
    result.throwIfFailed();
    assertThat(describe(result))
        .containsExactly(
            "a built: not built before",
            "b built: not built before",
            "joined built: not built before");
    assertThat(describe(run(plan))).containsExactly("a reused", "b reused", "joined reused");
  }

  @Test
  void whatDoesNotNeedTheFailedStepGoesOn() {
    Plan plan =
        new Plan(
            List.of(
                step("a", failing()), step("b", "a"), step("c", "b"), step("d"), step("e", "d")));
    PlanResult result = run(plan);
    assertThat(describe(result))
        .containsExactly(
            "a failed: test-broken",
            "d built: not built before",
            "b skipped because of a",
            "e built: not built before",
            "c skipped because of a");
    assertThatThrownBy(result::throwIfFailed)
        .isInstanceOfSatisfying(
            ProblemException.class,
            e -> assertThat(e.problems()).extracting(Problem::id).containsExactly(BROKEN));
    assertThat(StoreFixture.below(root.resolve("scratch"))).isEmpty();
  }

  @Test
  void allFailuresAreGathered() {
    StepAction other =
        context -> {
          throw new ProblemException(Problem.error(BROKEN, "it is broken in another way"));
        };
    Plan plan = new Plan(List.of(step("a", failing()), step("b", failing()), step("c", other)));
    assertThatThrownBy(run(plan)::throwIfFailed)
        .isInstanceOfSatisfying(
            ProblemException.class,
            e ->
                assertThat(e.problems())
                    .as("what two steps failed for is said once")
                    .extracting(Problem::message)
                    .containsExactly("it is broken", "it is broken in another way"));
  }

  @Test
  void aDefectOfAStepIsAProblemWithItsCause() {
    IllegalStateException cause = new IllegalStateException("a bug");
    AssertionError error = new AssertionError("a worse bug");
    Plan plan =
        new Plan(
            List.of(
                step(
                    "a",
                    context -> {
                      throw cause;
                    }),
                step(
                    "b",
                    context -> {
                      throw error;
                    }),
                step("c", context -> {})));
    PlanResult result = run(plan);
    assertThat(describe(result))
        .containsExactly("a failed: defect", "b failed: defect", "c failed: defect");
    assertThat(((StepResult.Failed) result.of(new StepId("a"))).cause()).isSameAs(cause);
    assertThat(((StepResult.Failed) result.of(new StepId("b"))).cause()).isSameAs(error);
    assertThatThrownBy(result::throwIfFailed)
        .hasCause(cause)
        .isInstanceOfSatisfying(
            ProblemException.class,
            e ->
                assertThat(e.problems())
                    .allSatisfy(p -> assertThat(p.id()).isEqualTo(ProblemId.DEFECT)));
  }

  @Test
  void twoStepsOfOneKeyShareOneResult() {
    AtomicInteger runs = new AtomicInteger();
    StepAction counted =
        context -> {
          runs.incrementAndGet();
          writing("x").run(context);
        };
    BuildKey same = key("content", "same");
    Plan plan =
        new Plan(
            List.of(
                new Step(new StepId("a"), same, Set.of(), Resources.ONE_CPU, counted),
                new Step(new StepId("b"), same, Set.of(), Resources.ONE_CPU, counted)));
    run(plan).throwIfFailed();
    assertThat(runs).hasValue(1);
  }

  @Test
  void tellsHowItGoesOn() {
    RecordedProgress progress = new RecordedProgress();
    Plan plan = new Plan(List.of(step("a"), step("b", failing(), "a"), step("c", "b")));
    runner(root, OnFailure.CONTINUE, progress).run(plan);
    assertThat(progress.events())
        .containsExactly(
            "a: started",
            "a: not built before",
            "a: DONE built: not built before",
            "b: started",
            "b: not built before",
            "b: FAILED test-broken");
  }

  @Test
  void aPlanWithoutStepsIsDone() {
    PlanResult result = run(new Plan(List.of()));
    assertThat(result.steps()).isEmpty();
    result.throwIfFailed();
  }

  @Test
  void aPlanMayHaveMoreStepsThanThereAreThreads() {
    List<Step> steps =
        java.util.stream.IntStream.range(0, 200).mapToObj(i -> step("step " + i)).toList();
    run(new Plan(steps)).throwIfFailed();
  }

  private PlanResult run(Plan plan) {
    return runner(root, OnFailure.CONTINUE, Progress.none()).run(plan);
  }

  private static Plan plan(String name, BuildKey key) {
    return new Plan(
        List.of(new Step(new StepId(name), key, Set.of(), Resources.ONE_CPU, writing(name))));
  }

  static List<String> describe(PlanResult result) {
    return result.steps().stream().map(PlanRunnerTest::describe).toList();
  }

  private static String describe(StepResult result) {
    if (result instanceof StepResult.Reused) {
      return result.id() + " reused";
    } else if (result instanceof StepResult.Built built) {
      return result.id() + " built: " + built.reason();
    } else if (result instanceof StepResult.Failed failed) {
      return result.id() + " failed: " + failed.problems().get(0).id();
    } else if (result instanceof StepResult.Skipped skipped) {
      return result.id() + " skipped because of " + skipped.because();
    }
    return result.id() + " cancelled";
  }
}
