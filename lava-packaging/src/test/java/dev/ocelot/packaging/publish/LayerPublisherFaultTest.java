package dev.ocelot.packaging.publish;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ocelot.packaging.progress.Progress;
import dev.ocelot.packaging.publish.Receipt.Outcome;
import dev.ocelot.packaging.publish.directory.DirectoryLayerService;
import dev.ocelot.problem.ProblemException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.EnumSource.Mode;
import org.junit.jupiter.params.provider.ValueSource;

/** Whatever happens to whichever call: one version, one row, and the next run finishes. */
class LayerPublisherFaultTest {
  private static final RetryPolicy STUBBORN =
      new RetryPolicy(40, Duration.ofMillis(1), Duration.ofMillis(2), Duration.ofMinutes(1));

  private final Path folder;
  private final BuiltLayer layer;
  private final PublishSettings settings = LayerSamples.settings(true, "us-east-1", "eu-west-1");

  LayerPublisherFaultTest(@TempDir Path folder) {
    this.folder = folder;
    this.layer = LayerSamples.layer(folder, "hello", "one");
  }

  private PublishResult run(LayerService service, int parallel) throws InterruptedException {
    PublishPatience patience = new PublishPatience(STUBBORN, LockPatience.DEFAULT, parallel);
    LayerPublisher publisher =
        new LayerPublisher(service, settings, patience, new FakeTiming(), "");
    return publisher.publish(
        publisher.plan(List.of(layer)), folder.resolve("receipts.json"), Progress.none());
  }

  private void assertOnceAndFree(LayerService service) throws LayerServiceException {
    new PublishedState(service).assertOnce(List.of(layer), settings);
    new PublishedState(service).assertUnlocked(List.of(layer), settings);
  }

  /** Runs with trouble in each call in turn, each time in a place of its own. */
  private void atEachCall(Trouble trouble, Attempt attempt) throws Exception {
    boolean fired = true;
    int place = 1;
    for (; fired; place++) {
      LayerService service = new DirectoryLayerService(folder.resolve(trouble + "-" + place));
      AtomicInteger calls = new AtomicInteger();
      attempt.run(
          service, new FaultyLayerService(service, FaultyLayerService.at(place, trouble, calls)));
      fired = calls.get() >= place;
    }
    // Fewer would mean that the trouble did not come.
    assertThat(place).isGreaterThan(18);
  }

  private interface Attempt {
    void run(LayerService service, LayerService faulty) throws Exception;
  }

  @ParameterizedTest
  @EnumSource(
      value = Trouble.class,
      mode = Mode.INCLUDE,
      names = {"THROTTLED", "LOST_BEFORE", "LOST_AFTER"})
  void troubleThatPassesIsNotSeen(Trouble trouble) throws Exception {
    atEachCall(
        trouble,
        (service, faulty) -> {
          PublishResult result = run(faulty, 1);
          assertThat(result.count(Outcome.PUBLISHED)).as("%s", result.summary()).isEqualTo(2);
          assertOnceAndFree(service);
        });
  }

  @Test
  void aRefusalIsToldAndTheNextRunFinishes() throws Exception {
    atEachCall(
        Trouble.DENIED,
        (service, faulty) -> {
          try {
            PublishResult result = run(faulty, 1);
            // One region fails at most; a lock that cannot be given up is no failure.
            assertThat(result.count(Outcome.FAILED)).isLessThanOrEqualTo(1);
            assertThat(result.count(Outcome.PUBLISHED)).isGreaterThanOrEqualTo(1);
            assertThat(result.problems()).hasSize((int) result.count(Outcome.FAILED));
          } catch (ProblemException e) {
            assertThat(e)
                .hasMessageContaining("publish-failed: what holds the layers cannot be used");
          }
          PublishResult next = run(service, 1);
          assertThat(next.problems()).isEmpty();
          new PublishedState(service).assertOnce(List.of(layer), settings);
        });
  }

  @ParameterizedTest
  @EnumSource(
      value = Trouble.class,
      mode = Mode.INCLUDE,
      names = {"CRASH_BEFORE", "CRASH_AFTER"})
  void afterACrashAnywhereTheNextRunFinishes(Trouble trouble) throws Exception {
    atEachCall(
        trouble,
        (service, faulty) -> {
          try {
            PublishResult whole = run(faulty, 1);
            assertThat(whole.problems()).isEmpty();
          } catch (FaultyLayerService.Killed killed) {
            // As it should be, but for the last round, in which the crash no longer comes.
          }
          PublishResult next = run(service, 1);
          assertThat(next.problems()).isEmpty();
          assertThat(next.count(Outcome.FAILED) + next.count(Outcome.PENDING)).isZero();
          new PublishedState(service).assertOnce(List.of(layer), settings);
          PublishResult last = run(service, 1);
          assertThat(last.count(Outcome.REUSED)).isEqualTo(2);
        });
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 4})
  void anyMixOfTroubleThatPassesIsSurvived(int parallel) throws Exception {
    for (int seed = 1; seed <= 25; seed++) {
      LayerService service = new DirectoryLayerService(folder.resolve("mix-" + seed));
      LayerService faulty = new FaultyLayerService(service, FaultyLayerService.passing(seed));

      PublishResult result = run(faulty, parallel);

      assertThat(result.count(Outcome.PUBLISHED)).as("seed %s", seed).isEqualTo(2);
      assertOnceAndFree(service);
    }
  }
}
