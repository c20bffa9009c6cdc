package dev.ocelot.packaging.collector.build;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.ocelot.packaging.archive.ArchiveReader;
import dev.ocelot.packaging.archive.ExtractionLimits;
import dev.ocelot.packaging.artifact.ArtifactsFile;
import dev.ocelot.packaging.artifact.FileDigests;
import dev.ocelot.packaging.collector.upstream.Upstream;
import dev.ocelot.packaging.collector.upstream.UpstreamReader;
import dev.ocelot.packaging.collector.verify.LayerVerification;
import dev.ocelot.packaging.collector.verify.VerifiedLayers;
import dev.ocelot.packaging.plan.Budget;
import dev.ocelot.packaging.plan.OnFailure;
import dev.ocelot.packaging.plan.PlanResult;
import dev.ocelot.packaging.plan.StepResult;
import dev.ocelot.packaging.platform.Platforms;
import dev.ocelot.packaging.process.LocalProcessRunner;
import dev.ocelot.packaging.progress.Progress;
import dev.ocelot.packaging.source.git.GitLocation;
import dev.ocelot.packaging.source.git.GitRevision;
import dev.ocelot.packaging.store.Store;
import dev.ocelot.problem.Location;
import dev.ocelot.problem.ProblemException;
import dev.ocelot.problem.Problems;
import dev.ocelot.testkit.collector.ModuleProxy;
import dev.ocelot.testkit.collector.SyntheticUpstream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Layers of a synthetic upstream, built with the real Go. */
@Timeout(600)
class CollectorBuildsIT {
  private static final String COMMIT = "0123456789abcdef0123456789abcdef01234567";
  private static final String CLICKHOUSE =
      "github.com/open-telemetry/opentelemetry-collector-contrib/exporter/clickhouseexporter";

  private final Path folder;
  private final ModuleProxy proxy;
  private final SyntheticUpstream upstream;

  CollectorBuildsIT(@TempDir Path folder) throws IOException {
    this.folder = folder;
    this.proxy = new ModuleProxy(Files.createDirectory(folder.resolve("proxy")));
    this.upstream = SyntheticUpstream.write(folder.resolve("upstream"), proxy);
  }

  private LayerJob job(String distribution, String platform, String... more) {
    List<String> tags =
        new ArrayList<>(
            List.of(
                "lambdacomponents.custom",
                "lambdacomponents.exporter.otlphttp",
                "lambdacomponents.receiver.otlp"));
    tags.addAll(List.of(more));
    tags.sort(null);
    boolean custom = tags.contains("lambdacomponents.exporter.clickhouse");
    List<OverlayFile> overlay =
        custom
            ? List.of(
                new OverlayFile(
                    "components/collector/lambdacomponents/exporter/clickhouse.go",
                    "lambdacomponents/exporter/clickhouse.go",
                    SyntheticUpstream.wrapper("exporter", "clickhouse", CLICKHOUSE)
                        .getBytes(StandardCharsets.UTF_8)))
            : List.of();
    List<Requirement> requirements =
        custom
            ? List.of(
                new Requirement(
                    CLICKHOUSE,
                    SyntheticUpstream.VERSION,
                    Requirement.Strength.EXACT,
                    Location.of("config/component_dependencies.yaml", 3, 7)))
            : List.of();
    return new LayerJob(
        distribution,
        "A test",
        tags,
        overlay,
        requirements,
        Platforms.standard().parse(platform, Location.NONE),
        Location.NONE);
  }

  private CollectorBuildRequest request(Path output, LayerJob... jobs) {
    Map<String, String> environment = new TreeMap<>(System.getenv());
    environment.putAll(proxy.environment());
    return new CollectorBuildRequest(
        "test",
        upstream(),
        List.of(jobs),
        output,
        "1.0",
        environment,
        CollectorBuildRequest.Downloads.ALLOWED,
        OnFailure.CONTINUE);
  }

  private Upstream upstream() {
    Problems problems = new Problems();
    GitLocation location =
        GitLocation.parse("https://example.org/upstream.git", folder, Location.NONE, problems)
            .orElseThrow();
    Upstream read =
        UpstreamReader.read(
                upstream.repository(), new GitRevision(location, "v1", COMMIT), problems)
            .orElseThrow(() -> new ProblemException(problems.all()));
    problems.throwIfErrors();
    return read;
  }

  private CollectorBuildReport build(String store, CollectorBuildRequest request) {
    return new CollectorBuilds(
            Store.open(folder.resolve(store)),
            Budget.ofMachine(),
            new LocalProcessRunner(),
            Progress.none())
        .build(request);
  }

  private static Path layer(Path output, String name) {
    return output.resolve("layers").resolve(name);
  }

  @Test
  void layersHoldTheCollectorAndItsConfiguration() throws IOException {
    Path output = folder.resolve("out");
    build(
            "store",
            request(
                output,
                job("minimal", "linux/amd64"),
                job("minimal", "linux/arm64"),
                job("clickhouse", "linux/amd64", "lambdacomponents.exporter.clickhouse")))
        .result()
        .throwIfFailed();

    assertThat(
            new ArchiveReader(ExtractionLimits.DEFAULT)
                .list(layer(output, "collector-arm64-minimal.zip")))
        .extracting(entry -> entry.name() + (entry.executable() ? " 0755" : ""))
        .containsExactly(
            "collector-config",
            "collector-config/config.yaml",
            "extensions",
            "extensions/collector 0755");
    assertThat(Files.readString(layer(output, "collector-amd64-clickhouse.zip.cdx.json")))
        .contains("pkg:golang/" + CLICKHOUSE + "@v0.126.0", "\"id\": \"Apache-2.0\"");
    assertThat(Files.readString(layer(output, "collector-amd64-minimal.zip.cdx.json")))
        .doesNotContain("clickhouse");
    assertThat(Files.readString(layer(output, "collector-amd64-minimal.zip.intoto.jsonl")))
        .contains(COMMIT);
  }

  @Test
  void modulesAreSettledOnceForEachSelection() {
    CollectorBuildReport report =
        build(
            "store",
            request(
                folder.resolve("out"),
                job("minimal", "linux/amd64"),
                job("minimal", "linux/arm64"),
                job("batching", "linux/amd64", "lambdacomponents.processor.batch")));

    assertThat(report.result().steps())
        .extracting(step -> step.id().text())
        .containsExactlyInAnyOrder(
            "modules of minimal", "minimal amd64", "minimal arm64", "batching amd64");
  }

  @Test
  void nothingIsBuiltTwice() {
    CollectorBuildRequest request = request(folder.resolve("out"), job("minimal", "linux/amd64"));
    build("store", request).result().throwIfFailed();

    assertThat(build("store", request).result().steps())
        .allMatch(StepResult.Reused.class::isInstance);
  }

  @Test
  void anotherMachineMakesTheSameBytes() throws IOException {
    Path one = folder.resolve("one");
    Path other = folder.resolve("other");
    LayerJob job = job("clickhouse", "linux/amd64", "lambdacomponents.exporter.clickhouse");
    build("store-one", request(one, job)).result().throwIfFailed();
    build("store-other", request(other, job)).result().throwIfFailed();

    for (String suffix : List.of("", ".json", ".cdx.json", ".intoto.jsonl")) {
      String name = "collector-amd64-clickhouse.zip" + suffix;
      assertThat(FileDigests.of(layer(other, name))).isEqualTo(FileDigests.of(layer(one, name)));
    }
  }

  @Test
  void aVersionThatAnotherModuleRaisesIsAProblemAtItsPlace() throws IOException {
    proxy
        .component(CLICKHOUSE, "v0.127.0", "clickhouse")
        .module(
            "example.org/eager",
            "v1.0.0",
            "\nrequire " + CLICKHOUSE + " v0.127.0\n",
            Map.of("a.go", "package eager\n\nimport _ \"" + CLICKHOUSE + "\"\n"));
    upstream.file("collector/eager.go", "package main\n\nimport _ \"example.org/eager\"\n");
    upstream.file(
        "collector/go.mod",
        Files.readString(upstream.collector().resolve("go.mod"))
            + "\nrequire example.org/eager v1.0.0\n");
    LayerJob job = job("clickhouse", "linux/amd64", "lambdacomponents.exporter.clickhouse");

    assertThatThrownBy(
            () -> build("s", request(folder.resolve("out"), job)).result().throwIfFailed())
        .isInstanceOfSatisfying(
            ProblemException.class,
            e ->
                assertThat(e.problems())
                    .singleElement()
                    .satisfies(
                        problem -> {
                          assertThat(problem.toString())
                              .contains("config/component_dependencies.yaml:3:7", CLICKHOUSE);
                          assertThat(problem.got()).isEqualTo("v0.127.0");
                        }));
  }

  @Test
  void aModuleThatCannotBeHadIsAProblemAndLeavesTheLastLayer() throws IOException {
    Path output = folder.resolve("out");
    LayerJob good = job("minimal", "linux/amd64");
    build("store", request(output, good)).result().throwIfFailed();
    byte[] before = Files.readAllBytes(layer(output, "collector-amd64-minimal.zip"));
    LayerJob bad =
        new LayerJob(
            "minimal",
            "",
            good.buildTags(),
            List.of(),
            List.of(
                new Requirement(
                    "example.org/none", "v1.0.0", Requirement.Strength.EXACT, Location.NONE)),
            good.platform(),
            Location.NONE);

    assertThatThrownBy(() -> build("store", request(output, bad)).result().throwIfFailed())
        .isInstanceOf(ProblemException.class)
        .hasMessageContaining("example.org/none@v1.0.0")
        .hasMessageContaining("log: ");
    assertThat(layer(output, "collector-amd64-minimal.zip")).hasBinaryContent(before);
  }

  @Test
  void whatWasBuiltVerifies() {
    Path output = folder.resolve("out");
    LayerJob custom =
        job(
            "clickhouse",
            "linux/amd64",
            "lambdacomponents.exporter.clickhouse",
            "lambdacomponents.processor.batch");
    CollectorBuildRequest request =
        request(output, custom, job("minimal", "linux/arm64", "lambdacomponents.processor.batch"));
    build("store", request).result().throwIfFailed();

    verify(output, request).throwIfFailed();
    assertThat(verify(output, request).steps())
        .as("what was verified is not run again")
        .hasSize(2)
        .allMatch(StepResult.Reused.class::isInstance);
  }

  @Test
  void aComponentThatIsNotInTheBuildIsFound() {
    Path output = folder.resolve("out");
    // Nothing in the upstream has this tag: Go takes it without a word.
    LayerJob job = job("typo", "linux/amd64", "lambdacomponents.processor.memory_limiter");
    CollectorBuildRequest request = request(output, job);
    build("store", request).result().throwIfFailed();

    assertThatThrownBy(() -> verify(output, request).throwIfFailed())
        .isInstanceOf(ProblemException.class)
        .hasMessageContaining("layer typo amd64 holds other components of kind processor")
        .hasMessageContaining("[memory_limiter]");
  }

  @Test
  void upstreamsConfigurationThatNamesWhatIsNotThereIsOnlyDoubted() throws IOException {
    upstream.file("collector/config.yaml", "exporters: { debug: }\nservice: {}\n");
    Path output = folder.resolve("out");
    CollectorBuildRequest request = request(output, job("minimal", "linux/amd64"));
    build("store", request).result().throwIfFailed();

    assertThat(verified(output, request).problems())
        .singleElement()
        .satisfies(
            problem -> {
              assertThat(problem.isError()).isFalse();
              assertThat(problem.message())
                  .contains("layer minimal amd64 carries upstream's configuration")
                  .contains("'exporters' unknown type: \"debug\"");
            });
  }

  @Test
  void aConfigurationOfTheDistributionsOwnThatDoesNotFitIsRefused() {
    Path output = folder.resolve("out");
    LayerJob job = job("minimal", "linux/amd64");
    OverlayFile own =
        new OverlayFile(
            "config/examples/own.yaml",
            "config.yaml",
            "exporters: { debug: }\nservice: {}\n".getBytes(StandardCharsets.UTF_8));
    CollectorBuildRequest request =
        request(
            output,
            new LayerJob(
                job.distribution(),
                "",
                job.buildTags(),
                List.of(own),
                List.of(),
                job.platform(),
                Location.NONE));
    build("store", request).result().throwIfFailed();

    assertThatThrownBy(() -> verify(output, request).throwIfFailed())
        .isInstanceOf(ProblemException.class)
        .hasMessageContaining("holds a configuration that its collector refuses")
        .hasMessageContaining("debug");
  }

  @Test
  void aFileThatWasChangedAfterwardsIsRefused() throws IOException {
    Path output = folder.resolve("out");
    CollectorBuildRequest request = request(output, job("minimal", "linux/amd64"));
    build("store", request).result().throwIfFailed();
    Files.writeString(layer(output, "collector-amd64-minimal.zip"), "x", StandardOpenOption.APPEND);

    assertThatThrownBy(() -> verify(output, request))
        .isInstanceOf(ProblemException.class)
        .hasMessageContaining("was changed after it was built");
  }

  private PlanResult verify(Path output, CollectorBuildRequest request) {
    return verified(output, request).result();
  }

  private VerifiedLayers verified(Path output, CollectorBuildRequest request) {
    return new LayerVerification(
            Store.open(folder.resolve("store")),
            Budget.ofMachine(),
            new LocalProcessRunner(),
            Progress.none())
        .verify(new ArtifactsFile(output, "artifacts.json"), "test", request.environment());
  }
}
