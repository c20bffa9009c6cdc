package dev.ocelot.packaging.progress;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.Test;

class ProgressTest {
  private long now = 5_000_000_000L;
  private final List<BooleanSupplier> pulses = new ArrayList<>();
  private final List<String> out = new ArrayList<>();
  private final Progress plain =
      new PlainProgress(out::add, Duration.ofSeconds(10), () -> now, pulses::add);
  private final TerminalProgress terminal =
      new TerminalProgress(
          new TerminalProgress.Screen(
              line -> out.add("[INFO] " + line), out::add, () -> new WindowSize(24, 30)),
          () -> now,
          pulses::add);

  private void pass(double seconds) {
    now += (long) (seconds * 1e9);
    pulses.removeIf(beat -> !beat.getAsBoolean());
  }

  @Test
  void aQuickJobHasOneLineInALog() {
    JobProgress job = plain.started("copy x", Amount.bytes(10));
    pass(1.9);
    job.advanced(10);
    job.finished(Outcome.done("copied"));
    job.finished(Outcome.failed("not heard"));
    assertThat(out).containsExactly("copy x: copied in 1.9 s");
  }

  @Test
  void aLongJobHasALineFromTimeToTime() {
    JobProgress job = plain.started("build hello arm64", Amount.unknown());
    pass(2);
    job.line("CC a.c");
    job.line("\u001b[1mCC b.c");
    pass(9.5);
    pass(0.5);
    pass(10);
    job.finished(Outcome.failed("failed"));
    assertThat(out)
        .containsExactly(
            "build hello arm64: 2.0 s",
            "build hello arm64: 12 s: CC b.c",
            "build hello arm64: 22 s: CC b.c",
            "build hello arm64: failed after 22 s");
  }

  @Test
  void howFarIsSaidWhenItIsKnown() {
    JobProgress job = plain.started("fetch x", Amount.bytes(12_000_000));
    job.advanced(3_000_000);
    job.advanced(200_000);
    pass(3);
    job.finished(Outcome.cancelled());
    assertThat(out)
        .containsExactly(
            "fetch x: 3.2 MB of 12.0 MB (26 %), 3.0 s", "fetch x: cancelled after 3.0 s");
  }

  @Test
  void nothingBeatsWithoutAJob() {
    assertThat(pulses).isEmpty();
    JobProgress first = plain.started("a", Amount.items(0));
    plain.started("b", Amount.items(0)).finished(Outcome.done("done"));
    assertThat(pulses).hasSize(1);
    first.finished(Outcome.done("done"));
    pass(1);
    assertThat(pulses).isEmpty();
    plain.started("c", Amount.items(0));
    assertThat(pulses).hasSize(1);
  }

  @Test
  void noProgressGoesBackwards() {
    JobProgress job = plain.started("a", Amount.items(1));
    assertThatThrownBy(() -> job.advanced(-1)).isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> Amount.bytes(-2)).isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void aTerminalHasALineForEachJobDrawnAnew() {
    JobProgress a = terminal.started("a", Amount.items(2));
    terminal.started("b with a name that is too long for it", Amount.unknown());
    pass(1);
    a.advanced(1);
    pass(1);
    terminal.above(() -> out.add("log\n"));
    terminal.above(() -> out.add("more\n"));
    a.finished(Outcome.done("done"));
    assertThat(out)
        .containsExactly(
            "\u001b[?7la: 0 of 2 (0 %), 1.0 s\nb with a name that is too lo…\n\u001b[?7h",
            "\u001b[1A\u001b[2K\u001b[1A\u001b[2K\u001b[?7la: 1 of 2 (50 %), 2.0 s\nb with a name that is too lo…\n\u001b[?7h",
            "\u001b[1A\u001b[2K\u001b[1A\u001b[2K",
            "log\n",
            "more\n",
            "[INFO] a: done in 2.0 s",
            "\u001b[?7lb with a name that is too lo…\n\u001b[?7h");
  }

  @Test
  void aTerminalIsLeftEmpty() {
    JobProgress job = terminal.started("a", Amount.items(2));
    pass(1);
    out.clear();
    terminal.close();
    assertThat(out).containsExactly("\u001b[1A\u001b[2K");
    job.finished(Outcome.done("not heard"));
    terminal.started("not heard", Amount.unknown()).finished(Outcome.done("done"));
    terminal.close();
    pass(1);
    assertThat(out).hasSize(1);
    assertThat(pulses).isEmpty();
  }

  @Test
  void aTerminalShowsNoMoreThanTenLines() {
    for (int i = 0; i < 12; i++) {
      terminal.started("job " + i, Amount.items(1));
    }
    pass(1);
    List<String> lines = out.get(0).replace("\u001b[?7l", "").lines().toList();
    assertThat(lines)
        .startsWith("job 0: 0 of 1 (0 %), 1.0 s")
        .endsWith("and 3 more", "\u001b[?7h")
        .hasSize(11);
  }

  @Test
  void aTerminalShowsNoMoreThanItCanTakeAwayAgain() {
    JobView job = new JobView("job", Amount.unknown(), 0, "", Duration.ZERO);
    assertThat(TerminalRenderer.frame(List.of(job, job, job, job), new WindowSize(4, 80)))
        .containsExactly("job: 0.0 s", "job: 0.0 s", "and 2 more");
    assertThat(TerminalRenderer.frame(List.of(job, job), new WindowSize(2, 80)))
        .containsExactly("and 2 more");
  }

  @Test
  void aTerminalOfNoWidthIsNoFault() {
    assertThat(TerminalRenderer.frame(List.of(), new WindowSize(0, 0))).isEmpty();
    JobView job = new JobView("😀😀", Amount.unknown(), 0, "", Duration.ZERO);
    assertThat(TerminalRenderer.frame(List.of(job), new WindowSize(0, 0))).containsExactly("…");
    assertThat(TerminalRenderer.frame(List.of(job), new WindowSize(0, 3))).containsExactly("😀…");
  }

  @Test
  void nobodyIsTold() {
    JobProgress job = Progress.none().started("a", Amount.items(1));
    job.advanced(1);
    job.line("x");
    job.finished(Outcome.done("done"));
    assertThat(out).isEmpty();
  }

  @Test
  void theRealPulseBeatsUntilItIsTold() {
    AtomicInteger beats = new AtomicInteger();
    Pulse.every(Duration.ofMillis(1)).start(() -> beats.incrementAndGet() < 3);
    await().atMost(Duration.ofSeconds(20)).until(() -> beats.get() == 3);
  }

  @Test
  void manyThreadsMayReport() throws InterruptedException {
    List<String> lines = new CopyOnWriteArrayList<>();
    PlainProgress real = new PlainProgress(lines::add, Duration.ofMillis(1));
    List<Thread> threads = new ArrayList<>();
    for (int i = 0; i < 8; i++) {
      String name = "job " + i;
      threads.add(
          new Thread(
              () -> {
                JobProgress job = real.started(name, Amount.items(10_000));
                for (int n = 0; n < 10_000; n++) {
                  job.advanced(1);
                  job.line("line " + n);
                }
                job.finished(Outcome.done("done"));
              }));
    }
    threads.forEach(Thread::start);
    for (Thread thread : threads) {
      thread.join();
    }
    assertThat(lines).filteredOn(line -> line.contains(": done in ")).hasSize(8);
  }
}
