package dev.ocelot.packaging.docker;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ocelot.packaging.process.ProcessResult;
import dev.ocelot.packaging.process.ProcessResult.Ending;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class EngineAnswersTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "Cannot connect to the Docker daemon at unix:///var/run/docker.sock. Is the docker daemon"
            + " running?|docker-unavailable|Start the Docker daemon",
        "error during connect: Get http://x/: dial tcp 127.0.0.1:1: connect: connection refused"
            + "|docker-unavailable|Start the Docker daemon",
        "failed to connect to the docker API at unix:///nope.sock: dial unix /nope.sock: connect:"
            + " no such file or directory|docker-unavailable|Start the Docker daemon",
        "Current context \"far\" is not found on the file system|docker-unavailable|DOCKER_CONTEXT",
        "permission denied while trying to connect to the Docker daemon socket"
            + "|docker-unavailable|group docker",
        "Got permission denied while trying to connect|docker-unavailable|group docker",
        "Error response from daemon: No such container: x|docker-failed|",
        "Error response from daemon: no space left on device|docker-failed|",
      })
  void anEngineThatRefusesIsNotOneThatIsGone(String line, String id, @Nullable String remedy) {
    ProcessResult result =
        new ProcessResult("docker x", Ending.EXITED, 1, List.of(line), Duration.ZERO);
    assertThat(EngineFailure.of(result, "cannot do x").id().text()).isEqualTo(id);
    assertThat(EngineFailure.of(result, "cannot do x").toString()).contains(line);
    assertThat(EngineFailure.of(result, "cannot do x").remedy().toString())
        .contains(remedy == null ? "" : remedy);
  }

  /** What the engine says, and how the container ended within ten seconds. */
  record Row(int code, boolean outOfMemory, int seconds, String error, ContainerEnd end) {}

  static Stream<Row> rows() {
    return Stream.of(
        new Row(0, false, 1, "", new ContainerEnd.Exited(0)),
        new Row(3, false, 1, "", new ContainerEnd.Exited(3)),
        new Row(137, false, 1, "", new ContainerEnd.Exited(137)),
        new Row(137, false, 11, "", new ContainerEnd.TimedOut()),
        new Row(137, false, 10, "", new ContainerEnd.TimedOut()),
        new Row(143, false, 11, "", new ContainerEnd.Exited(143)),
        new Row(137, true, 1, "", new ContainerEnd.OutOfMemory()),
        new Row(1, true, 1, "", new ContainerEnd.OutOfMemory()),
        new Row(0, true, 1, "", new ContainerEnd.Exited(0)),
        new Row(127, false, 0, "exec: x", new ContainerEnd.NotStarted("exec: x")));
  }

  @ParameterizedTest
  @MethodSource("rows")
  void aStateSaysHowItEnded(Row row) {
    ContainerState state =
        ContainerState.parse(
            List.of(
                "exited",
                Integer.toString(row.code()),
                Boolean.toString(row.outOfMemory()),
                "2026-11-21T09:29:20.734612902Z",
                "2026-11-21T09:29:" + (20 + row.seconds()) + ".9Z",
                row.error()));
    assertThat(state.end(Duration.ofSeconds(10))).isEqualTo(row.end());
    assertThat(row.end().succeeded()).isEqualTo(row.code() == 0);
  }

  @ParameterizedTest
  @CsvSource({
    "created,false,false",
    "running,true,false",
    "paused,true,false",
    "removing,true,false",
    "exited,false,true",
    "dead,false,true"
  })
  void aStatusSaysWhetherItLives(String status, boolean lives, boolean ended) {
    ContainerState state =
        ContainerState.parse(
            List.of(status, "0", "false", "0001-01-01T00:00:00Z", "0001-01-01T00:00:00Z", "", ""));
    assertThat(state.isLive()).isEqualTo(lives);
    assertThat(state.hasEnded()).isEqualTo(ended);
    assertThat(state.ran()).isZero();
  }
}
