package dev.ocelot.packaging.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.ocelot.packaging.process.ProcessResult.Ending;
import dev.ocelot.problem.ProblemException;
import dev.ocelot.problem.ProblemId;
import dev.ocelot.problem.Remedy;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@Timeout(120)
class LocalProcessRunnerTest {
  private static final ProcessLimits LIMITS = ProcessLimits.of(Duration.ofMinutes(5));

  private final Path folder;

  LocalProcessRunnerTest(@TempDir Path folder) {
    this.folder = folder;
  }

  private final ProcessRunner runner = new LocalProcessRunner();
  private final List<String> out = new ArrayList<>();
  private final List<String> err = new ArrayList<>();

  private ProcessRequest shell(String script) {
    return request(List.of("sh", "-c", script));
  }

  private ProcessRequest request(List<String> argv) {
    return ProcessRequest.of(argv, LIMITS)
        .withOutput(ProcessOutput.lines(out::add))
        .withErrorLines(err::add);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "two words",
        "$HOME",
        "a;b",
        "'",
        "\"",
        "*",
        "-n",
        "",
        "a\nb",
        "\\",
        "`id`",
        "é€😀"
      })
  void anArgumentIsNeverReadByAShell(String argument) {
    runner.run(request(List.of("printf", "%s.\n", argument)));
    assertThat(String.join("\n", out)).isEqualTo(argument + ".");
  }

  @Test
  void theEnvironmentIsExactlyWhatWasGiven() {
    runner.run(
        request(List.of("env")).withEnvironment(ProcessEnvironment.exactly(Map.of("A", "1 2"))));
    assertThat(out).containsExactly("A=1 2");
  }

  @Test
  void anAdditionWinsOverWhatIsInherited() {
    runner.run(
        shell("echo \"$HOME|$EXTRA|${PATH:+path}\"")
            .withEnvironment(
                ProcessEnvironment.inheritedPlus(Map.of("HOME", "/elsewhere", "EXTRA", "x"))));
    assertThat(out).containsExactly("/elsewhere|x|path");
  }

  @Test
  void itRunsInItsDirectory() throws IOException {
    Path where = Files.createDirectory(folder.resolve("a b"));
    runner.run(shell("pwd -P").withDirectory(where));
    assertThat(out).containsExactly(where.toRealPath().toString());
  }

  @Test
  void bytesPassUnchangedInBothDirectionsAtOnce() {
    byte[] bytes = new byte[5_000_000];
    new Random(1).nextBytes(bytes);
    ByteArrayOutputStream read = new ByteArrayOutputStream();
    ProcessResult result =
        runner.run(
            request(List.of("cat"))
                .withInput(ProcessInput.bytes(bytes))
                .withOutput(ProcessOutput.bytes(stdout -> stdout.transferTo(read))));
    assertThat(result.succeeded()).isTrue();
    assertThat(Arrays.equals(read.toByteArray(), bytes)).isTrue();
  }

  @Test
  void aFullPipeOnOneStreamDoesNotBlockTheOther() {
    AtomicLong count = new AtomicLong();
    runner.run(
        shell("head -c 3000000 /dev/zero >&2; head -c 3000000 /dev/zero; echo end >&2")
            .withOutput(ProcessOutput.bytes(stdout -> count.set(stdout.readAllBytes().length))));
    assertThat(count).hasValue(3_000_000);
    assertThat(err.get(err.size() - 1)).endsWith("end");
  }

  @ParameterizedTest
  @CsvSource({"exit 0,0", "exit 3,3", "exit 255,255", "kill -9 $$,137", "kill -TERM $$,143"})
  void theExitCodeIsAResult(String script, int code) {
    ProcessResult result = runner.run(shell(script));
    assertThat(result.ending()).isEqualTo(Ending.EXITED);
    assertThat(result.exitCode()).isEqualTo(code);
    assertThat(result.succeeded()).isEqualTo(code == 0);
  }

  @Test
  void aFailureAsAProblemNamesCommandCodeAndTail() {
    ProcessResult result = runner.run(shell("echo one; echo two >&2; exit 4"));
    ProblemId id = ProblemId.environment("x-failed");
    assertThatThrownBy(() -> result.orProblem(id, "x", Remedy.NONE))
        .isInstanceOf(ProblemException.class)
        .hasMessageContaining("x-failed: x: sh -c 'echo one; echo two >&2; exit 4' returned 4")
        .hasMessageContaining("  | one")
        .hasMessageContaining("  | two");
    assertThat(runner.run(shell("exit 0")).orProblem(id, "x", Remedy.NONE).exitCode()).isZero();
  }

  @Test
  void theTailHoldsTheLastLinesOnly() {
    ProcessResult result =
        runner.run(shell("i=0; while [ $i -lt 100 ]; do i=$((i+1)); echo $i; done"));
    assertThat(out).hasSize(100);
    assertThat(result.tail()).hasSize(20).startsWith("81").endsWith("100");
  }

  @ParameterizedTest
  @ValueSource(strings = {"no-such-program", "/no/such/program", "./relative", "/etc"})
  void aMissingProgramIsToolMissing(String program) {
    assertThatThrownBy(() -> runner.run(request(List.of(program))))
        .isInstanceOfSatisfying(
            ProblemException.class,
            e -> {
              assertThat(e.problems().get(0).id()).isEqualTo(ProblemId.TOOL_MISSING);
              assertThat(e.problems().get(0).remedy()).isNotEqualTo(Remedy.NONE);
              assertThat(e).hasMessageContaining(program);
            });
  }

  @Test
  void aMissingDirectoryIsNamed() {
    assertThatThrownBy(() -> runner.run(shell("true").withDirectory(folder.resolve("gone"))))
        .isInstanceOf(ProblemException.class)
        .hasMessageContaining("file-access")
        .hasMessageContaining("gone");
  }

  @Test
  void whatCannotBeStartedIsAProblem() {
    assertThatThrownBy(() -> runner.run(request(List.of("echo", "a\0b"))))
        .isInstanceOf(ProblemException.class)
        .hasMessageContaining("process-not-started");
  }

  @Test
  void aProcessThatDoesNotReadItsInputIsNoFailure() {
    ProcessResult result =
        runner.run(request(List.of("true")).withInput(ProcessInput.bytes(new byte[10_000_000])));
    assertThat(result.succeeded()).isTrue();
  }

  @Test
  void aReaderThatNeedsNoMoreDoesNotBlockTheProcess() {
    ProcessResult result =
        runner.run(
            request(List.of("head", "-c", "50000000", "/dev/zero"))
                .withOutput(ProcessOutput.bytes(stdout -> stdout.read())));
    assertThat(result.succeeded()).isTrue();
  }

  @Test
  void aWriterThatFailsEndsTheProcess() {
    ProcessRequest request =
        request(List.of("cat"))
            .withInput(
                stdin -> {
                  throw new IOException("cannot read the source");
                });
    assertThatThrownBy(() -> runner.run(request))
        .isInstanceOf(UncheckedIOException.class)
        .hasMessageContaining("cannot read the source");
  }

  @Test
  void aReaderThatFailsEndsTheProcess() {
    ProcessRequest request =
        request(List.of("cat", "/dev/zero"))
            .withOutput(
                ProcessOutput.bytes(
                    stdout -> {
                      throw new IllegalStateException("not what I expected " + stdout.read());
                    }));
    assertThatThrownBy(() -> runner.run(request))
        .isInstanceOf(IllegalStateException.class)
        .hasMessage("not what I expected 0");
  }

  private static ProcessOutput refusedAtTheEnd() {
    return ProcessOutput.bytes(
        stdout -> {
          throw new IllegalStateException("refused " + stdout.readAllBytes().length + " bytes");
        });
  }

  /** Its output is closed before it ends, so the reader may throw while it still runs. */
  @ParameterizedTest
  @ValueSource(strings = {"printf abc", "printf abc; exec >&-; sleep 0.3"})
  void aReaderThatFailsIsTheCauseWhenTheProcessEndsWell(String script) {
    assertThatThrownBy(() -> runner.run(shell(script).withOutput(refusedAtTheEnd())))
        .isInstanceOf(IllegalStateException.class)
        .hasMessage("refused 3 bytes");
  }

  @Test
  void aProcessThatFailsAfterItsOutputIsTheCause() {
    ProcessResult result =
        runner.run(shell("printf abc; exec >&-; sleep 0.3; exit 7").withOutput(refusedAtTheEnd()));
    assertThat(result.exitCode()).isEqualTo(7);
  }

  @Test
  void aProcessThatStaysAfterItsOutputIsEndedAndNotTheCause() {
    assertThatThrownBy(
            () ->
                runner.run(
                    shell("printf abc; exec >&-; exec sleep 600").withOutput(refusedAtTheEnd())))
        .isInstanceOf(IllegalStateException.class)
        .hasMessage("refused 3 bytes");
  }

  @Test
  void aReaderThatFailsBecauseTheProcessFailedIsNotTheCause() {
    ProcessResult result =
        runner.run(
            shell("printf abc; exit 7")
                .withOutput(
                    ProcessOutput.bytes(
                        stdout -> {
                          throw new IOException("cut off after " + stdout.readAllBytes().length);
                        })));
    assertThat(result.exitCode()).isEqualTo(7);
  }

  @Test
  void aConsumerThatFailsEndsTheProcess() {
    ProcessRequest request =
        shell("echo a; exec cat /dev/zero")
            .withOutput(
                ProcessOutput.lines(
                    line -> {
                      throw new IllegalStateException("no room for " + line);
                    }));
    assertThatThrownBy(() -> runner.run(request)).hasMessage("no room for a");
  }

  @Test
  void invalidTextBecomesReplacements() {
    runner.run(shell("printf '\\377\\376a\\n\\303'"));
    assertThat(out).containsExactly("\uFFFD\uFFFDa", "\uFFFD");
  }

  @Test
  void aGigabyteWithoutALineEndPassesInPieces() {
    AtomicLong sum = new AtomicLong();
    AtomicLong longest = new AtomicLong();
    ProcessResult result =
        runner.run(
            request(List.of("head", "-c", "1073741824", "/dev/zero"))
                .withOutput(
                    ProcessOutput.lines(
                        line -> {
                          sum.addAndGet(line.length());
                          longest.accumulateAndGet(line.length(), Math::max);
                        })));
    assertThat(sum).hasValue(1L << 30);
    assertThat(longest.get()).isLessThanOrEqualTo(1 << 16);
    assertThat(result.tail()).allSatisfy(line -> assertThat(line).hasSizeLessThan(1100));
  }

  @Test
  void secretsAreNeverShown() {
    ProcessRequest request =
        request(List.of("sh", "-c", "echo out:s3cret; echo \"err:$TOKEN\" >&2; exit 1 # s3cret"))
            .withEnvironment(ProcessEnvironment.inheritedPlus(Map.of("TOKEN", "tok en")))
            .withSecrets(Secrets.of(List.of("s3cret", "tok en")));
    ProcessResult result = runner.run(request);
    assertThat(out).containsExactly("out:***");
    assertThat(err).containsExactly("err:***");
    assertThat(result.tail()).containsExactlyInAnyOrder("out:***", "err:***");
    assertThat(request.toString()).isEqualTo(result.command()).doesNotContain("s3cret");
    assertThat(result.problem(ProblemId.TOOL_MISSING, "x", Remedy.NONE).toString())
        .doesNotContain("s3cret")
        .doesNotContain("tok en");
  }
}
