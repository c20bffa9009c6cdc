package dev.ocelot.packaging.collector.build;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.ocelot.packaging.artifact.FileDigests;
import dev.ocelot.packaging.collector.toolchain.GoPlace;
import dev.ocelot.packaging.docker.ContainerSpec.Network;
import dev.ocelot.packaging.docker.DockerEngine;
import dev.ocelot.packaging.plan.StepResult;
import dev.ocelot.packaging.process.LocalProcessRunner;
import dev.ocelot.packaging.process.ProcessLimits;
import dev.ocelot.packaging.process.ProcessOutput;
import dev.ocelot.packaging.process.ProcessRequest;
import dev.ocelot.problem.ProblemException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/**
 * Layers built by Go in containers of a real engine. The image {@code ocelot-it/go:1}, which {@code
 * it/prepare} makes from the Go of this machine, is there.
 */
@Timeout(600)
class GoInContainersIT {
  private static final GoPlace.Container PLACE = new GoPlace.Container("go", Network.NONE);

  private final Path folder;
  private final Queue<List<String>> commands = new ConcurrentLinkedQueue<>();
  private final CollectorFixture fixture;

  GoInContainersIT(@TempDir Path folder) throws IOException {
    this.folder = folder;
    this.fixture = new CollectorFixture(folder, recorded());
    builder("go", "FROM ocelot-it/go:1\n");
    fixture.go(PLACE);
  }

  private DockerEngine recorded() {
    LocalProcessRunner runner = new LocalProcessRunner();
    return CollectorFixture.engine(
        request -> {
          commands.add(request.argv());
          return runner.run(request);
        });
  }

  private void builder(String name, String dockerfile) throws IOException {
    Path file = folder.resolve("config/builders").resolve(name + ".Dockerfile");
    Files.createDirectories(file.resolveSibling("."));
    Files.writeString(file, dockerfile);
  }

  private static LayerJob job(CollectorFixture fixture) {
    return fixture.job("clickhouse", "linux/arm64", "lambdacomponents.exporter.clickhouse");
  }

  /** Compiling in a container begins with Go's own library, so this is done once for all. */
  @Test
  void theSameBytesAsOnTheHostWithoutMountsOrSecretsInSight() throws IOException {
    Path contained = folder.resolve("contained");
    Path hosted = folder.resolve("hosted");
    String proxy = fixture.request(contained).environment().get("GOPROXY");
    fixture.environment("GOPROXY", proxy + ",https://user:letmein@proxy.example.org");
    fixture.environment("HTTPS_PROXY", "http://user:letmein@gateway.example.org:3128");
    fixture.build("store", fixture.request(contained, job(fixture))).result().throwIfFailed();
    List<List<String>> seen = List.copyOf(commands);
    fixture.go(new GoPlace.Host());
    fixture.build("other", fixture.request(hosted, job(fixture))).result().throwIfFailed();

    String name = "collector-arm64-clickhouse.zip";
    assertThat(FileDigests.of(CollectorFixture.layer(contained, name)))
        .isEqualTo(FileDigests.of(CollectorFixture.layer(hosted, name)));
    assertThat(Files.readString(CollectorFixture.layer(contained, name + ".cdx.json")))
        .isEqualTo(Files.readString(CollectorFixture.layer(hosted, name + ".cdx.json")));
    assertThat(commands).as("the host needs no engine").hasSameSizeAs(seen);
    List<List<String>> created = seen.stream().filter(c -> c.contains("create")).toList();
    assertThat(created)
        .hasSize(3)
        .allSatisfy(
            argv ->
                assertThat(argv)
                    .containsSequence("--network", "none")
                    .doesNotContain("-v", "--volume", "--mount"));
    created.forEach(argv -> assertThat(listed(argv.get(argv.indexOf("--name") + 1))).isEmpty());
    assertThat(seen.toString()).doesNotContain("letmein");
    assertThat(folder.resolve("contained/logs"))
        .isDirectoryNotContaining(file -> holds(file, "letmein"));
    reused(contained);
  }

  private static List<String> listed(String name) {
    List<String> lines = new ArrayList<>();
    new LocalProcessRunner()
        .run(
            ProcessRequest.of(
                    List.of("docker", "ps", "--all", "--quiet", "--filter", "name=" + name),
                    ProcessLimits.of(Duration.ofMinutes(1)))
                .withOutput(ProcessOutput.lines(lines::add)));
    return lines;
  }

  private void reused(Path output) {
    CollectorFixture later = new CollectorFixture(fixture, CollectorFixture.noEngine());
    later.go(PLACE);
    assertThat(later.build("store", later.request(output, job(later))).result().steps())
        .as("what is in the store needs no engine")
        .allMatch(StepResult.Reused.class::isInstance);
  }

  private static boolean holds(Path file, String text) {
    try {
      return Files.readString(file).contains(text);
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }

  @Test
  void aModuleThatCannotBeHadIsAProblemAndNothingIsLeft() {
    Path output = folder.resolve("out");
    fixture.environment("GOPROXY", "off");

    assertThatThrownBy(
            () ->
                fixture
                    .build("store", fixture.request(output, job(fixture)))
                    .result()
                    .throwIfFailed())
        .isInstanceOfSatisfying(
            ProblemException.class,
            e ->
                assertThat(e.problems())
                    .singleElement()
                    .satisfies(
                        problem ->
                            assertThat(problem.message())
                                .contains(
                                    "settling the modules of clickhouse failed in a container")
                                .contains("GOPROXY=off", "log: ")));
    assertThat(output.resolve("layers")).doesNotExist();
  }

  @Test
  void aBuilderWithoutGoIsAProblem() throws IOException {
    builder("go", "FROM ocelot-it/busybox:1-amd64\n");

    assertThatThrownBy(
            () -> fixture.build("store", fixture.request(folder.resolve("out"), job(fixture))))
        .isInstanceOf(ProblemException.class)
        .hasMessageContaining("asking Go for its version failed in a container")
        .hasMessageContaining("go: not found");
  }

  @Test
  void aBuilderWhoseGoIsTooOldIsAProblem() throws IOException {
    builder(
        "go",
        """
        FROM ocelot-it/busybox:1-amd64
        RUN printf '#!/bin/sh\\necho go1.20.1\\n' > /bin/go && chmod 755 /bin/go
        """);

    assertThatThrownBy(
            () -> fixture.build("store", fixture.request(folder.resolve("out"), job(fixture))))
        .isInstanceOfSatisfying(
            ProblemException.class,
            e ->
                assertThat(e.problems())
                    .singleElement()
                    .satisfies(
                        problem -> {
                          assertThat(problem.message()).contains("Go is too old");
                          assertThat(String.valueOf(problem.remedy()))
                              .contains("give the builder go Go 1.21");
                        }));
  }

  @Test
  void aBuilderThatIsNotThereIsAProblem() {
    fixture.go(new GoPlace.Container("goo", Network.NONE));

    assertThatThrownBy(
            () -> fixture.build("store", fixture.request(folder.resolve("out"), job(fixture))))
        .isInstanceOf(ProblemException.class)
        .hasMessageContaining("there is no builder goo")
        .hasMessageContaining("got goo, expected one of go");
  }
}
