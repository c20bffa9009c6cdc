package dev.ocelot.packaging.docker;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import dev.ocelot.packaging.process.Cancellation;
import dev.ocelot.packaging.process.LocalProcessRunner;
import dev.ocelot.packaging.process.Tools;
import dev.ocelot.problem.ProblemException;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Runs that end without cleaning up, and engines that go away. */
@Timeout(300)
class AbandonedContainersIT {
  private static final Duration LONG = Duration.ofMinutes(20);

  private final DockerEngine engine = Busybox.engine();
  private final List<ContainerId> created = new ArrayList<>();
  private final List<Process> machines = new ArrayList<>();

  @AfterEach
  void leaveNothing() {
    machines.forEach(Process::destroyForcibly);
    created.forEach(engine::remove);
  }

  /** Runs a container in a JVM of its own, prints its id and then its lines. */
  static final class Owner {
    private Owner() {}

    public static void main(String[] arguments) throws IOException {
      DockerEngine engine = Busybox.engine();
      ContainerSpec spec = Busybox.shell(Busybox.image(engine), arguments[0], LONG);
      ContainerId id = engine.create(spec);
      engine.copyIn(id, "/ocelot/source", Busybox.tar(Map.of()));
      System.out.println(id);
      engine.runToEnd(id, LONG, System.out::println);
    }
  }

  private record Owned(Process jvm, ContainerId container) {}

  private Owned start(String script) throws IOException {
    Process jvm =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-cp",
                System.getProperty(
                    "surefire.test.class.path", System.getProperty("java.class.path")),
                Owner.class.getName(),
                script)
            .redirectError(ProcessBuilder.Redirect.INHERIT)
            .start();
    machines.add(jvm);
    BufferedReader out = jvm.inputReader();
    ContainerId id = new ContainerId(out.readLine());
    created.add(id);
    assertThat(out.readLine()).isEqualTo("on");
    return new Owned(jvm, id);
  }

  private static String status(ContainerId id) {
    return String.join("", RawDocker.lines("inspect", "--format", "{{.State.Status}}", id));
  }

  private static List<String> all() {
    return RawDocker.lines("ps", "-aq", "--no-trunc");
  }

  @Test
  void whatAKilledRunLeftEndsByItselfAndTheNextRunRemovesItAndNothingElse() throws Exception {
    ContainerId own = engine.create(Busybox.shell(Busybox.image(engine), "exit 0", LONG));
    created.add(own);
    Owned living = start("echo on; sleep 1000");
    Owned killed = start("trap '' TERM HUP; echo on; while :; do sleep 1000; done");
    assertThat(engine.removeAbandoned())
        .doesNotContain(killed.container(), living.container(), own);

    killed.jvm().destroyForcibly();
    assertThat(killed.jvm().waitFor(60, TimeUnit.SECONDS)).isTrue();
    await().atMost(Duration.ofSeconds(60)).until(() -> status(killed.container()).equals("exited"));
    assertThat(engine.removeAbandoned())
        .contains(killed.container())
        .doesNotContain(living.container(), own);
    assertThat(all())
        .contains(living.container().text(), own.text())
        .doesNotContain(killed.container().text());
    assertThat(status(living.container())).isEqualTo("running");
  }

  @Test
  void aShutdownRemovesTheContainer() throws Exception {
    Owned owned = start("trap '' TERM; echo on; while :; do sleep 1000; done");
    owned.jvm().destroy();
    assertThat(owned.jvm().waitFor(60, TimeUnit.SECONDS)).isTrue();
    assertThat(all()).doesNotContain(owned.container().text());
  }

  @Test
  void theTimerInsideEndsAContainerThatNobodyWatches() throws IOException {
    ContainerSpec spec = Busybox.shell(Busybox.image(engine), "sleep 1000", Duration.ofSeconds(1));
    ContainerId id = engine.create(spec);
    created.add(id);
    engine.copyIn(id, "/ocelot/source", Busybox.tar(Map.of()));
    // Started by another client, which does not attach, so that the input is never closed.
    RawDocker.lines("start", id);
    await().atMost(Duration.ofSeconds(60)).until(() -> status(id).equals("exited"));
    assertThat(RawDocker.lines("inspect", "--format", "{{.State.ExitCode}}", id))
        .containsExactly("137");
  }

  private static DockerEngine reachedBy(String host) {
    Map<String, String> environment = Map.of("DOCKER_HOST", host);
    return new DockerCommandLine(
        new Tools(System.getenv()),
        new DockerCommand(new LocalProcessRunner(), environment, Cancellation.never()),
        new DockerCommand(LocalProcessRunner.duringShutdown(), environment, Cancellation.never()),
        OwnerLabels.ofThisProcess());
  }

  @Test
  void anEngineThatGoesAwayIsSaidToAndItsContainerEnds() throws IOException {
    try (EngineProxy proxy = EngineProxy.open()) {
      DockerEngine far = reachedBy(proxy.host());
      ContainerSpec spec = Busybox.shell(Busybox.image(far), "echo on; sleep 1000", LONG);
      ContainerId id = far.create(spec);
      created.add(id);
      far.copyIn(id, "/ocelot/source", Busybox.tar(Map.of()));
      assertThatThrownBy(() -> far.runToEnd(id, LONG, line -> proxy.cut()))
          .isInstanceOf(ProblemException.class)
          .hasMessageContaining("docker-unavailable");
      await().atMost(Duration.ofSeconds(60)).until(() -> status(id).equals("exited"));
    }
  }

  @Test
  void anEngineThatIsNotThereIsUnavailable() {
    DockerEngine nowhere = reachedBy("tcp://127.0.0.1:1");
    assertThatThrownBy(nowhere::probe)
        .isInstanceOfSatisfying(
            ProblemException.class,
            e -> {
              assertThat(e.problems().get(0).id()).isEqualTo(DockerProblems.UNAVAILABLE);
              assertThat(e.problems().get(0).remedy().toString())
                  .contains("Start the Docker daemon");
            });
  }
}
