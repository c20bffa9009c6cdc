package dev.ocelot.maven.console;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.ocelot.maven.console.ProgressChoice.Situation;
import dev.ocelot.packaging.progress.Amount;
import dev.ocelot.packaging.progress.JobProgress;
import dev.ocelot.packaging.progress.Outcome;
import java.time.Duration;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class ProgressChoiceTest {
  private static final Situation USUAL = new Situation(true, true);
  private static final Map<String, String> XTERM = Map.of("TERM", "xterm", "NO_COLOR", "");

  private final FakeTerminal terminal = new FakeTerminal(true);
  private final ShownLog log = new ShownLog(terminal, false, false);

  @Test
  void aTerminalThatAPersonWatchesShowsJobsLive() {
    assertThat(new ProgressChoice(USUAL, XTERM).open(log, terminal)).isInstanceOf(LiveOutput.class);
  }

  static Stream<Map<String, String>> plainEnvironments() {
    return Stream.of(
        Map.of(),
        Map.of("TERM", ""),
        Map.of("TERM", "dumb"),
        Map.of("TERM", "xterm", "CI", "true"),
        Map.of("TERM", "xterm", "NO_COLOR", "1"));
  }

  @ParameterizedTest
  @MethodSource
  void plainEnvironments(Map<String, String> environment) {
    assertThat(new ProgressChoice(USUAL, environment).open(log, terminal))
        .isInstanceOf(LineOutput.class);
  }

  @ParameterizedTest
  @CsvSource({
    "false, true, false, false, true",
    "true, false, false, false, true",
    "true, true, true, false, true",
    "true, true, false, true, true",
    "true, true, false, false, false"
  })
  void plainSituations(
      boolean interactive, boolean alone, boolean quiet, boolean debugging, boolean present) {
    FakeTerminal there = new FakeTerminal(present);
    assertThat(
            new ProgressChoice(new Situation(interactive, alone), XTERM)
                .open(new ShownLog(there, quiet, debugging), there))
        .isInstanceOf(LineOutput.class);
  }

  @ParameterizedTest
  @CsvSource({"true, xterm, 5", "false, xterm, 30", "true, '', 30"})
  void linesComeOftenerWhereAPersonMayWatch(boolean interactive, String term, int seconds) {
    GoalOutput output =
        new ProgressChoice(new Situation(interactive, false), Map.of("TERM", term))
            .open(log, terminal);
    assertThat(output).isEqualTo(new LineOutput(log, Duration.ofSeconds(seconds)));
  }

  @Test
  void aLineOfTheLogComesAboveTheJobs() {
    GoalOutput output = new ProgressChoice(USUAL, XTERM).open(log, terminal);
    JobProgress job = output.progress().started("build a", Amount.items(2));
    await().atMost(Duration.ofSeconds(20)).until(() -> !terminal.written().isEmpty());
    output.log().info("a line");
    job.finished(Outcome.done("built"));
    output.close();
    assertThat(terminal.written().get(0)).startsWith("\u001b[?7lbuild a: 0 of 2 (0 %), 0.");
    int line = terminal.written().indexOf("[INFO] a line");
    assertThat(terminal.written().get(line - 1)).isEqualTo("\u001b[1A\u001b[2K");
    assertThat(terminal.written())
        .filteredOn(piece -> piece.startsWith("[INFO] build a: built in "))
        .hasSize(1);
  }
}
