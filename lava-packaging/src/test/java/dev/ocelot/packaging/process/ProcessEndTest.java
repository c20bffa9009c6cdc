package dev.ocelot.packaging.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import dev.ocelot.packaging.process.ProcessResult.Ending;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Processes that would not end by themselves, or leave something behind. */
@Timeout(120)
class ProcessEndTest {
  private static final ProcessLimits PATIENT =
      ProcessLimits.of(Duration.ofSeconds(100)).withGrace(Duration.ofMillis(300));
  private static final ProcessLimits SHORT =
      ProcessLimits.of(Duration.ofMillis(400)).withGrace(Duration.ofMillis(300));

  private final ProcessRunner runner = new LocalProcessRunner();
  private final BlockingQueue<String> out = new LinkedBlockingQueue<>();
  private final ExecutorService threads = Executors.newCachedThreadPool();

  @AfterEach
  void stopThreads() {
    threads.shutdownNow();
  }

  private ProcessRequest shell(String script, ProcessLimits limits) {
    return ProcessRequest.of(List.of("sh", "-c", script), limits)
        .withOutput(ProcessOutput.lines(out::add));
  }

  private void assertGone(String pid) {
    await()
        .atMost(Duration.ofSeconds(20))
        .until(() -> ProcessHandle.of(Long.parseLong(pid)).filter(ProcessEndTest::runs).isEmpty());
  }

  /** A process that nobody has waited for still has a handle. */
  private static boolean runs(ProcessHandle process) {
    try {
      String stat = Files.readString(Path.of("/proc/" + process.pid() + "/stat"));
      return stat.charAt(stat.lastIndexOf(')') + 2) != 'Z';
    } catch (IOException e) {
      return false;
    }
  }

  private String line() throws InterruptedException {
    String line = out.poll(60, TimeUnit.SECONDS);
    assertThat(line).isNotNull();
    return line;
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "polite|echo $$; exec sleep 600",
        "ignores the signal|trap '' TERM; echo $$; while :; do sleep 600; done",
        "closed its streams|echo $$; exec >&- 2>&- sleep 600",
        "floods|echo $$; exec cat /dev/zero",
        "with a child|echo $$; sleep 600 & wait",
        "with a child that ignores the signal|echo $$; sh -c 'trap \"\" TERM; sleep 600; :' & wait"
      })
  void aTimeLimitEndsTheTree(String name, String script) throws InterruptedException {
    ProcessResult result = runner.run(shell(script, SHORT));
    assertThat(result.ending()).as(name).isEqualTo(Ending.TIMED_OUT);
    assertThat(result.succeeded()).isFalse();
    assertGone(line());
  }

  @Test
  void silenceEndsTheTree() throws InterruptedException {
    ProcessLimits limits = PATIENT.withStall(Duration.ofMillis(400));
    ProcessResult result = runner.run(shell("echo $$; exec sleep 600", limits));
    assertThat(result.ending()).isEqualTo(Ending.STALLED);
    assertGone(line());
  }

  @Test
  void aProcessThatClosedItsStreamsIsWaitedFor() {
    ProcessResult result = runner.run(shell("exec >&- 2>&-; sleep 0.2; exit 3", PATIENT));
    assertThat(result.ending()).isEqualTo(Ending.EXITED);
    assertThat(result.exitCode()).isEqualTo(3);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "sleep 600 & echo $!; sleep 0.2; exit 5",
        "sleep 600 >/dev/null 2>&1 & echo $!; sleep 0.2; exit 5",
        "sh -c 'sleep 600 & echo $!; wait' & sleep 0.2; exit 5",
        "yes >&2 & echo $!; sleep 0.2; exit 5"
      })
  void whatIsLeftBehindIsEnded(String script) throws InterruptedException {
    ProcessResult result = runner.run(shell(script, PATIENT));
    assertThat(result.ending()).isEqualTo(Ending.EXITED);
    assertThat(result.exitCode()).isEqualTo(5);
    assertGone(line());
  }

  @Test
  void nobodyWaitsForADaemonThatHoldsThePipe() throws InterruptedException {
    ProcessResult result = runner.run(shell("setsid sleep 600 & echo $!; exit 0", PATIENT));
    assertThat(result.succeeded()).isTrue();
    ProcessHandle.of(Long.parseLong(line())).ifPresent(ProcessHandle::destroyForcibly);
  }

  @Test
  void aTokenEndsTheTree() throws Exception {
    Cancellation token = new Cancellation();
    Future<ProcessResult> run =
        threads.submit(
            () -> runner.run(shell("sleep 600 & echo $!; wait", PATIENT).withCancellation(token)));
    String child = line();
    token.cancel();
    assertThatThrownBy(run::get)
        .isInstanceOf(ExecutionException.class)
        .hasCauseInstanceOf(CancelledException.class);
    assertGone(child);
    assertThatThrownBy(() -> runner.run(shell("echo no", PATIENT).withCancellation(token)))
        .isInstanceOf(CancelledException.class);
    assertThat(out).isEmpty();
  }

  @Test
  void anInterruptEndsTheTreeAndStaysKnown() throws Exception {
    CompletableFuture<Boolean> stillInterrupted = new CompletableFuture<>();
    Thread thread =
        new Thread(
            () -> {
              try {
                runner.run(shell("trap '' TERM; sleep 600 & echo $!; wait", PATIENT));
                stillInterrupted.completeExceptionally(new AssertionError("came back"));
              } catch (CancelledException e) {
                stillInterrupted.complete(Thread.currentThread().isInterrupted());
              }
            });
    thread.start();
    String child = line();
    thread.interrupt();
    assertThat(stillInterrupted.get(60, TimeUnit.SECONDS)).isTrue();
    assertGone(child);
  }

  @Test
  void aReaderThatHangsIsGivenUpAtTheLimit() {
    ProcessRequest request =
        ProcessRequest.of(List.of("echo", "x"), SHORT)
            .withOutput(
                ProcessOutput.bytes(
                    stdout -> {
                      try {
                        TimeUnit.HOURS.sleep(1);
                      } catch (InterruptedException e) {
                        throw new IOException("interrupted", e);
                      }
                    }));
    assertThat(runner.run(request).ending()).isEqualTo(Ending.TIMED_OUT);
  }

  @Test
  void anInputThatIsHeldOpenEndsWithTheProcessAndNotBefore() {
    ProcessRequest ends = shell("exit 0", PATIENT).withInput(ProcessInput.heldOpen());
    assertThat(runner.run(ends).succeeded()).isTrue();
    ProcessRequest waits =
        shell("read -r x; echo closed", SHORT).withInput(ProcessInput.heldOpen());
    assertThat(runner.run(waits).ending()).isEqualTo(Ending.TIMED_OUT);
    ProcessRequest empty = shell("read -r x; echo closed", PATIENT);
    out.clear();
    assertThat(runner.run(empty).succeeded()).isTrue();
    assertThat(out).containsExactly("closed");
  }

  /** Runs a process in a JVM of its own, which another test ends. */
  static final class Owner {
    private Owner() {}

    public static void main(String[] arguments) {
      new LocalProcessRunner()
          .run(
              ProcessRequest.of(List.of("sh", "-c", arguments[0]), PATIENT)
                  .withOutput(ProcessOutput.lines(System.out::println)));
    }
  }

  @Test
  void aShutdownOfTheJvmEndsTheTree() throws Exception {
    Process jvm =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-cp",
                System.getProperty(
                    "surefire.test.class.path", System.getProperty("java.class.path")),
                Owner.class.getName(),
                "trap '' TERM; sleep 600 & echo $!; wait; sleep 600")
            .redirectError(ProcessBuilder.Redirect.INHERIT)
            .start();
    try {
      String child = jvm.inputReader().readLine();
      jvm.destroy();
      assertThat(jvm.waitFor(60, TimeUnit.SECONDS)).isTrue();
      assertGone(child);
    } finally {
      jvm.destroyForcibly();
    }
  }
}
