package dev.ocelot.packaging.docker;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.ocelot.packaging.docker.ContainerSpec.Limits;
import dev.ocelot.packaging.process.CancelledException;
import dev.ocelot.problem.ProblemException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The engine of this machine, with an image of one static program. */
@Timeout(300)
@TestInstance(Lifecycle.PER_CLASS)
class DockerCommandLineIT {
  private static final Duration LONG = Duration.ofMinutes(4);

  private final DockerEngine engine = Busybox.engine();
  private final List<ContainerId> created = new ArrayList<>();
  private final List<String> lines = new ArrayList<>();
  private ImageId image = new ImageId("sha256:" + "0".repeat(64));

  @BeforeAll
  void buildImage() throws IOException {
    image = Busybox.image(engine);
  }

  @AfterEach
  void removeContainers() {
    created.forEach(engine::remove);
    created.clear();
    lines.clear();
  }

  private ContainerId create(ContainerSpec spec) {
    ContainerId id = engine.create(spec);
    created.add(id);
    engine.copyIn(id, "/ocelot/source", Busybox.tar(Map.of()));
    return id;
  }

  private ContainerEnd run(String script) {
    return run(Busybox.shell(image, script, LONG));
  }

  private ContainerEnd run(ContainerSpec spec) {
    return engine.runToEnd(create(spec), spec.limits().time(), lines::add);
  }

  @Test
  void theEngineSaysWhatItIs() {
    assertThat(engine.probe().version()).matches("[0-9]+\\..*");
    assertThat(engine.probe().platform()).startsWith("linux/");
  }

  @Test
  void anImageIsFoundByNameAndId() {
    LocalImage found = new LocalImage(image, "linux/amd64");
    assertThat(engine.image("ocelot-test/busybox:1")).contains(found);
    assertThat(engine.image(image.text())).contains(found);
    assertThat(engine.image("ocelot-test/none:1")).isEmpty();
    assertThat(engine.image("--help")).isEmpty();
  }

  @Test
  void anImageThatNobodyHasCannotBeFetched() {
    assertThatThrownBy(() -> engine.pull("localhost:1/none:1", "linux/amd64", lines::add))
        .isInstanceOf(ProblemException.class)
        .hasMessageContaining("localhost:1/none:1");
  }

  @Test
  void anImageIsBuiltForItsPlatformWithItsArguments() {
    String dockerfile = "FROM scratch\nARG WHO\nLABEL who=$WHO\nCOPY Dockerfile /\n";
    ImageBuild build =
        new ImageBuild(
            "ocelot-test/arm:1",
            "linux/arm64",
            Busybox.tar(Map.of("Dockerfile", dockerfile.getBytes(StandardCharsets.UTF_8))),
            "Dockerfile",
            Map.of("WHO", "a b"),
            ImageBuild.Network.NONE,
            LONG);
    ImageId id = engine.buildImage(build, lines::add);
    assertThat(engine.image("ocelot-test/arm:1")).contains(new LocalImage(id, "linux/arm64"));
    assertThat(RawDocker.lines("inspect", "--format", "{{.Architecture}} {{.Config.Labels}}", id))
        .containsExactly("arm64 map[who:a b]");
    assertThat(lines).anyMatch(line -> line.contains("COPY Dockerfile"));
  }

  @Test
  void aStepThatFailsIsTheDockerfilesFault() {
    String dockerfile =
        "FROM ocelot-test/busybox:1\nRUN echo connection refused; echo because >&2; exit 9\n";
    Map<String, byte[]> context = Map.of("Dockerfile", dockerfile.getBytes(StandardCharsets.UTF_8));
    assertThatThrownBy(
            () ->
                engine.buildImage(Busybox.build("ocelot-test/x:1", context, Map.of()), lines::add))
        .isInstanceOf(ProblemException.class)
        .hasMessageContaining("image-build-failed")
        .hasMessageContaining("because");
  }

  @Test
  void aBaseThatIsMissingIsSaidToBe() {
    Map<String, byte[]> context =
        Map.of("Dockerfile", "FROM localhost:1/none:1\n".getBytes(StandardCharsets.UTF_8));
    assertThatThrownBy(
            () ->
                engine.buildImage(Busybox.build("ocelot-test/x:1", context, Map.of()), lines::add))
        .isInstanceOfSatisfying(
            ProblemException.class,
            e ->
                assertThat(e.problems().get(0).remedy().toString())
                    .contains("base image for this platform"));
  }

  @Test
  void filesGoInAndComeOutAsStreamsAndSourcesCannotBeChanged() {
    String script =
        """
        sh ./run.sh || exit 1
        for f in . ./run.sh / /ocelot; do if [ -w "$f" ]; then echo "may write $f"; exit 2; fi; done
        chmod 777 run.sh 2>/dev/null && exit 3
        mkdir -p /ocelot/artifacts/sub && ln -s ../x /ocelot/artifacts/sub/link
        printf data > /ocelot/artifacts/x && chmod 700 /ocelot/artifacts/x
        cp run.sh "$HOME"/copy && echo "$HOME" "$(pwd)"
        """;
    ContainerSpec spec =
        Busybox.with(image, List.of("/bin/sh", "-c", script), Map.of("HOME", "/ocelot/work"), LONG);
    ContainerId id = create(spec);
    engine.copyIn(
        id,
        "/ocelot/source",
        Busybox.tar(Map.of("run.sh", "echo ran \"$0\"\n".getBytes(StandardCharsets.UTF_8))));
    ContainerEnd end = engine.runToEnd(id, LONG, lines::add);
    assertThat(lines).containsExactly("ran ./run.sh", "/ocelot/work /ocelot/source");
    assertThat(end).isEqualTo(new ContainerEnd.Exited(0));
    Map<String, String> out = new TreeMap<>();
    engine.copyOut(id, "/ocelot/artifacts", stream -> read(stream, out));
    assertThat(out)
        .containsExactly(
            Map.entry("./", "40755 1234:1235 "),
            Map.entry("./sub/", "40755 1234:1235 "),
            Map.entry("./sub/link", "120777 1234:1235 ../x"),
            Map.entry("./x", "100700 1234:1235 data"));
  }

  private static void read(InputStream stream, Map<String, String> out) throws IOException {
    try (TarArchiveInputStream tar = new TarArchiveInputStream(stream)) {
      for (TarArchiveEntry e = tar.getNextEntry(); e != null; e = tar.getNextEntry()) {
        String content =
            e.isSymbolicLink()
                ? e.getLinkName()
                : new String(tar.readAllBytes(), StandardCharsets.UTF_8);
        String type = e.isDirectory() ? "40" : e.isSymbolicLink() ? "120" : "100";
        out.put(
            e.getName(),
            String.format(
                "%s%o %d:%d %s",
                type, e.getMode() & 07777, e.getLongUserId(), e.getLongGroupId(), content));
      }
    }
  }

  @Test
  void copyingOutWhatIsNotThereIsAProblem() {
    ContainerId id = create(Busybox.shell(image, "exit 0", LONG));
    engine.runToEnd(id, LONG, lines::add);
    assertThatThrownBy(() -> engine.copyOut(id, "/ocelot/none", InputStream::readAllBytes))
        .isInstanceOf(ProblemException.class)
        .hasMessageContaining("docker-failed")
        .hasMessageContaining("/ocelot/none");
  }

  @Test
  void aStreamThatFailsIsThrownOn() {
    ContainerId id = create(Busybox.shell(image, "exit 0", LONG));
    assertThatThrownBy(
            () ->
                engine.copyIn(
                    id,
                    "/ocelot/source",
                    stdin -> {
                      throw new IOException("source is gone");
                    }))
        .hasMessageContaining("source is gone");
  }

  @Test
  void onlyTheDeclaredEnvironmentIsThere() {
    Map<String, String> environment =
        Map.of("LINES_OF", "a\n b", "TOKEN", "se cret", "PATH", "/bin", "LC_ALL", "C.UTF-8");
    run(Busybox.with(image, List.of("/bin/env"), environment, LONG));
    assertThat(lines)
        .containsExactlyInAnyOrder(
            "HOME=/",
            "HOSTNAME=ocelot",
            "LC_ALL=C.UTF-8",
            "LINES_OF=a",
            " b",
            "PATH=/bin",
            "PWD=/ocelot/source",
            "SHLVL=1",
            "TOKEN=se cret");
  }

  @Test
  void nothingIsPermittedThatWasNotAsked() {
    run(
        """
        id -u; id -g; id -G
        grep -E 'Cap(Prm|Eff|Bnd)|NoNewPrivs' /proc/self/status | tr '\\t' ' '
        tail -n +3 /proc/net/dev | cut -d: -f1 | tr -d ' '
        ls /sys/fs/cgroup >/dev/null; grep -c ' /ocelot\\| docker.sock' /proc/mounts
        tr '\\0' '\\n' </proc/1/cmdline | head -n 1
        ulimit -c
        """);
    assertThat(lines)
        .containsExactly(
            "1234",
            "1235",
            "1235",
            "CapPrm: 0000000000000000",
            "CapEff: 0000000000000000",
            "CapBnd: 0000000000000000",
            "NoNewPrivs: 1",
            "lo",
            "0",
            "/sbin/docker-init",
            "0");
  }

  @ParameterizedTest
  @CsvSource({"exit 0,0", "exit 7,7", "kill -9 $$,137", "kill -TERM $$,143", "nosuchprogram,127"})
  void theExitCodeIsTheContainersOwn(String script, int code) {
    assertThat(run(script)).isEqualTo(new ContainerEnd.Exited(code));
  }

  private ContainerSpec withoutWatchdog(String program, String directory) {
    ContainerSpec shell = Busybox.shell(image, "", LONG);
    return new ContainerSpec(
        image,
        shell.platform(),
        List.of(program),
        directory,
        shell.user(),
        Map.of(),
        List.of(),
        shell.network(),
        shell.limits(),
        InnerWatchdog.none());
  }

  @Test
  void aProgramThatIsMissingSaysSo() {
    assertThat(run(withoutWatchdog("/no/such", "/"))).isEqualTo(new ContainerEnd.Exited(127));
    assertThat(String.join(" ", lines)).contains("/no/such").contains("No such file");
  }

  @Test
  void aContainerThatCannotBeCreatedSaysWhyAndLeavesNothing() {
    List<String> before = ours();
    assertThatThrownBy(() -> engine.create(withoutWatchdog("/bin/sh", "/bin/busybox")))
        .isInstanceOf(ProblemException.class)
        .hasMessageContaining("docker-failed: cannot create a container")
        .hasMessageContaining("/bin/busybox is not a directory");
    assertThat(ours()).isEqualTo(before);
  }

  private static List<String> ours() {
    long pid = ProcessHandle.current().pid();
    return RawDocker.lines("ps", "-aq", "--filter", "label=" + OwnerLabels.PID + "=" + pid);
  }

  @Test
  void moreProcessorsThanTheEngineHasAreAllOfThem() {
    ContainerSpec shell = Busybox.shell(image, "echo on", LONG);
    ContainerSpec many =
        new ContainerSpec(
            image,
            shell.platform(),
            shell.argv(),
            shell.directory(),
            shell.user(),
            Map.of(),
            List.of(),
            shell.network(),
            new Limits(LONG, 64L << 20, 10_000, 64),
            shell.watchdog());
    assertThat(run(many)).isEqualTo(new ContainerEnd.Exited(0));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "trap '' TERM; echo on; while :; do sleep 600; done",
        "echo on; exec cat /dev/zero",
        "(trap '' TERM HUP; sleep 600) & (sleep 600) & echo on; wait"
      })
  void theLimitEndsEverything(String script) {
    Duration limit = Duration.ofSeconds(2);
    ContainerId id = create(Busybox.shell(image, script, limit));
    assertThat(engine.runToEnd(id, limit, line -> {})).isEqualTo(new ContainerEnd.TimedOut());
    assertThat(RawDocker.lines("inspect", "--format", "{{.State.Running}}", id))
        .containsExactly("false");
  }

  @Test
  void memoryHasALimit() {
    assertThat(run("tail -c 200m /dev/zero >/dev/null")).isEqualTo(new ContainerEnd.OutOfMemory());
  }

  @Test
  void processesHaveALimit() {
    run("i=0; while [ $i -lt 100 ]; do sleep 600 & i=$((i+1)); done; echo no limit");
    assertThat(lines).isNotEmpty().doesNotContain("no limit");
  }

  @Test
  void anAmountOfOutputWithoutALineEndPasses() {
    AtomicLong count = new AtomicLong();
    ContainerSpec spec = Busybox.shell(image, "head -c 100000000 /dev/zero", LONG);
    assertThat(engine.runToEnd(create(spec), LONG, line -> count.addAndGet(line.length())))
        .isEqualTo(new ContainerEnd.Exited(0));
    assertThat(count).hasValue(100_000_000);
  }

  @Test
  void anInterruptEndsTheContainerAndItCanStillBeRemoved() throws Exception {
    ContainerId id = create(Busybox.shell(image, "echo on; sleep 600", LONG));
    CompletableFuture<String> started = new CompletableFuture<>();
    CompletableFuture<Boolean> interrupted = new CompletableFuture<>();
    Thread thread =
        new Thread(
            () -> {
              try {
                engine.runToEnd(id, LONG, started::complete);
              } catch (CancelledException e) {
                engine.remove(id);
                interrupted.complete(Thread.currentThread().isInterrupted());
              }
            });
    thread.start();
    assertThat(started.get(60, TimeUnit.SECONDS)).isEqualTo("on");
    thread.interrupt();
    assertThat(interrupted.get(60, TimeUnit.SECONDS)).isTrue();
    assertThat(RawDocker.lines("ps", "-aq", "--no-trunc")).doesNotContain(id.text());
  }

  @Test
  void aContainerThatIsGoneIsRemovedAlready() {
    ContainerId id = create(Busybox.shell(image, "exit 0", LONG));
    engine.remove(id);
    engine.remove(id);
    assertThat(RawDocker.lines("ps", "-aq", "--no-trunc")).doesNotContain(id.text());
  }

  @Test
  void limitsOfProcessorTimeEndWhatSpinsWithoutAnOwner() {
    ContainerSpec spec = Busybox.shell(image, "ulimit -t; ulimit -Ht", Duration.ofSeconds(30));
    assertThat(spec.limits()).isEqualTo(new Limits(Duration.ofSeconds(30), 64L << 20, 1, 64));
    run(spec);
    assertThat(lines).containsExactly("90", "90");
  }
}
