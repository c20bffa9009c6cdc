package dev.ocelot.packaging.publish;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.ocelot.packaging.publish.LayerServiceException.Fault;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.EnumSource.Mode;

class RetriesTest {
  private static final RetryPolicy POLICY =
      new RetryPolicy(6, Duration.ofSeconds(1), Duration.ofSeconds(6), Duration.ofMinutes(1));

  private final FakeTiming timing = new FakeTiming();
  private final List<String> done = new ArrayList<>();

  private Retries retries(double share) {
    return new Retries(POLICY, timing, () -> share);
  }

  private Retries.Call<String> failing(Fault... faults) {
    Deque<Fault> left = new ArrayDeque<>(List.of(faults));
    return () -> {
      done.add("call");
      if (left.isEmpty()) {
        return "answer";
      }
      throw new LayerServiceException(left.pop(), "failure " + done.size());
    };
  }

  @Test
  void waitsTwiceAsLongEachTime() throws Exception {
    Fault[] faults = {
      Fault.TRANSIENT, Fault.TRANSIENT, Fault.OUTCOME_UNKNOWN, Fault.TRANSIENT, Fault.TRANSIENT
    };

    assertThat(retries(1).repeatable(failing(faults))).isEqualTo("answer");
    assertThat(timing.pauses())
        .extracting(Duration::toMillis)
        .containsExactly(1000L, 2000L, 4000L, 6000L, 6000L);
  }

  @Test
  void spreadsItsPausesOverTheirSecondHalf() throws Exception {
    assertThat(retries(0).repeatable(failing(Fault.TRANSIENT))).isEqualTo("answer");
    assertThat(retries(0.5).repeatable(failing(Fault.TRANSIENT))).isEqualTo("answer");

    assertThat(timing.pauses()).extracting(Duration::toMillis).containsExactly(500L, 750L);
  }

  @Test
  void givesUpAfterTheLastAttemptWithTheLastFailure() {
    Fault[] faults = new Fault[6];
    java.util.Arrays.fill(faults, Fault.TRANSIENT);

    assertThatExceptionOfType(LayerServiceException.class)
        .isThrownBy(() -> retries(0).repeatable(failing(faults)))
        .withMessage("failure 6");
    assertThat(timing.pauses()).hasSize(5);
  }

  @Test
  void givesUpWhenTheTimeIsOver() {
    RetryPolicy brief =
        new RetryPolicy(100, Duration.ofSeconds(8), Duration.ofSeconds(8), Duration.ofSeconds(20));
    Fault[] faults = new Fault[100];
    java.util.Arrays.fill(faults, Fault.TRANSIENT);

    assertThatExceptionOfType(LayerServiceException.class)
        .isThrownBy(() -> new Retries(brief, timing, () -> 1).repeatable(failing(faults)))
        .withMessage("failure 3");
    assertThat(Duration.ofNanos(timing.nanos())).isEqualTo(Duration.ofSeconds(16));
  }

  @ParameterizedTest
  @EnumSource(
      value = Fault.class,
      mode = Mode.EXCLUDE,
      names = {"TRANSIENT", "OUTCOME_UNKNOWN"})
  void doesNotRepeatWhatWillNotSucceed(Fault fault) {
    assertThatExceptionOfType(LayerServiceException.class)
        .isThrownBy(() -> retries(0).repeatable(failing(fault)));
    assertThat(done).hasSize(1);
    assertThat(timing.pauses()).isEmpty();
  }

  @Test
  void looksBeforeItCallsAgain() throws Exception {
    Deque<Optional<String>> seen =
        new ArrayDeque<>(List.of(Optional.empty(), Optional.of("found")));

    String answer =
        retries(0)
            .once(
                failing(Fault.TRANSIENT, Fault.OUTCOME_UNKNOWN, Fault.OUTCOME_UNKNOWN),
                () -> {
                  done.add("look");
                  return seen.pop();
                });

    assertThat(answer).isEqualTo("found");
    assertThat(done).containsExactly("call", "call", "look", "call", "look");
  }

  @Test
  void looksAlsoAfterTheLastAttempt() throws Exception {
    Retries once =
        new Retries(
            new RetryPolicy(1, Duration.ZERO, Duration.ZERO, Duration.ZERO), timing, () -> 0);

    assertThat(once.once(failing(Fault.OUTCOME_UNKNOWN), () -> Optional.of("found")))
        .isEqualTo("found");
  }

  @Test
  void anInterruptionEndsTheWork() {
    Thread.currentThread().interrupt();

    assertThatExceptionOfType(LayerServiceException.class)
        .isThrownBy(() -> retries(0).repeatable(failing(Fault.TRANSIENT)))
        .satisfies(e -> assertThat(e.fault()).isEqualTo(Fault.UNAVAILABLE));
    assertThat(Thread.interrupted()).isTrue();
  }
}
