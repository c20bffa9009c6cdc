package dev.ocelot.packaging.docker;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.ocelot.packaging.docker.ContainerRun.Patience;
import dev.ocelot.packaging.process.Cancellation;
import dev.ocelot.packaging.process.CancelledException;
import dev.ocelot.packaging.process.ProcessRequest;
import dev.ocelot.packaging.process.ProcessResult;
import dev.ocelot.problem.ProblemException;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Function;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** What a client may do that cannot be had from a real one at will. */
@Timeout(60)
class ContainerRunTest {
  private static final Duration LONG = Duration.ofMinutes(30);
  private static final Patience QUICK = new Patience(Duration.ofMillis(50), Duration.ofMillis(300));

  private final AtomicBoolean killed = new AtomicBoolean();
  private final CountDownLatch given = new CountDownLatch(1);
  private final Cancellation cancellation = new Cancellation();
  private Function<ProcessRequest, ProcessResult> attached = request -> FakeClient.ends(request, 0);
  private Supplier<String> status = () -> "exited 0";

  private ProcessResult answer(ProcessRequest request) {
    return switch (request.argv().get(1)) {
      case "start" -> attached.apply(request);
      case "kill" -> {
        killed.set(true);
        yield FakeClient.ends(request, 0);
      }
      case "inspect" -> {
        String[] state = status.get().split(" ", 2);
        yield FakeClient.prints(
            request,
            state[0],
            state[1],
            "false",
            "2026-11-21T09:29:50Z",
            "2026-11-21T09:29:51Z",
            "");
      }
      default -> throw new IllegalStateException(request.command());
    };
  }

  private ContainerEnd run(Duration limit) {
    FakeClient fake = new FakeClient(this::answer);
    ContainerCommands commands =
        new ContainerCommands(FakeClient.docker(), fake.command(), fake.command(), FakeClient.ID);
    return new ContainerRun(commands, cancellation, QUICK).run(limit, line -> {});
  }

  /** A client that does not end before it is told to. */
  private ProcessResult hang(ProcessRequest request) {
    CountDownLatch told = new CountDownLatch(1);
    request.cancellation().onCancel(told::countDown);
    awaitQuietly(told);
    given.countDown();
    throw new CancelledException(request.command());
  }

  private static void awaitQuietly(CountDownLatch latch) {
    try {
      assertThat(latch.await(50, TimeUnit.SECONDS)).isTrue();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  @Test
  void clientAndEngineAgree() {
    attached = request -> FakeClient.ends(request, 3);
    status = () -> "exited 3";
    assertThat(run(LONG)).isEqualTo(new ContainerEnd.Exited(3));
    assertThat(killed).isFalse();
  }

  @Test
  void aClientThatHangsAfterTheEndIsLeft() throws InterruptedException {
    attached = this::hang;
    status = () -> "exited 3";
    assertThat(run(LONG)).isEqualTo(new ContainerEnd.Exited(3));
    assertThat(given.await(10, TimeUnit.SECONDS)).isTrue();
  }

  @Test
  void aContainerThatHasNotStartedYetIsNotOver() {
    CountDownLatch asked = new CountDownLatch(2);
    AtomicBoolean started = new AtomicBoolean();
    attached =
        request -> {
          awaitQuietly(asked);
          started.set(true);
          return FakeClient.ends(request, 0);
        };
    status =
        () -> {
          asked.countDown();
          return started.get() ? "exited 0" : "created 0";
        };
    assertThat(run(LONG)).isEqualTo(new ContainerEnd.Exited(0));
  }

  @Test
  void aContainerThatOutlivesItsClientIsKilledAndTheEngineBlamed() {
    attached = request -> FakeClient.ends(request, 1, "unexpected EOF");
    status = () -> "running 0";
    assertThatThrownBy(() -> run(LONG))
        .isInstanceOf(ProblemException.class)
        .hasMessageContaining("docker-unavailable")
        .hasMessageContaining("broke");
    assertThat(killed).isTrue();
  }

  @Test
  void aContainerKilledByItsWatchdogBlamesTheConnection() {
    attached = request -> FakeClient.ends(request, 125, "unexpected EOF");
    status = () -> "exited 137";
    assertThatThrownBy(() -> run(LONG))
        .isInstanceOf(ProblemException.class)
        .hasMessageContaining("docker-unavailable");
  }

  @Test
  void aContainerKilledByWhateverRanInItIsItsOwnEnd() {
    attached = request -> FakeClient.ends(request, 137);
    status = () -> "exited 137";
    assertThat(run(LONG)).isEqualTo(new ContainerEnd.Exited(137));
  }

  @Test
  void theLimitKills() {
    attached = this::hang;
    status = () -> killed.get() ? "exited 137" : "running 0";
    assertThat(run(Duration.ofMillis(200))).isEqualTo(new ContainerEnd.TimedOut());
  }

  @Test
  void aContainerThatCannotBeStartedSaysWhy() {
    attached = request -> FakeClient.ends(request, 1, "Error response from daemon: odd");
    status = () -> "created 0";
    assertThatThrownBy(() -> run(LONG))
        .isInstanceOf(ProblemException.class)
        .hasMessageContaining("docker-failed: cannot start a container")
        .hasMessageContaining("odd");
  }

  @Test
  void aTokenKills() {
    attached =
        request -> {
          cancellation.cancel();
          return hang(request);
        };
    status = () -> "running 0";
    assertThatThrownBy(() -> run(LONG)).isInstanceOf(CancelledException.class);
    assertThat(killed).isTrue();
  }

  @Test
  void aConsumerThatFailsKills() {
    attached =
        request -> {
          throw new IllegalStateException("log file is full");
        };
    assertThatThrownBy(() -> run(LONG)).hasMessage("log file is full");
    assertThat(killed).isTrue();
  }
}
