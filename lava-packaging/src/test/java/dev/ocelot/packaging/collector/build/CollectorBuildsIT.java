package dev.ocelot.packaging.collector.build;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.ocelot.packaging.archive.ArchiveReader;
import dev.ocelot.packaging.archive.ExtractionLimits;
import dev.ocelot.packaging.artifact.ArtifactsFile;
import dev.ocelot.packaging.artifact.FileDigests;
import dev.ocelot.packaging.plan.StepResult;
import dev.ocelot.problem.Location;
import dev.ocelot.problem.ProblemException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Layers of a synthetic upstream, built with the real Go. */
@Timeout(600)
class CollectorBuildsIT {
  private final CollectorFixture fixture;

  CollectorBuildsIT(@TempDir Path folder) throws IOException {
    this.fixture = new CollectorFixture(folder, CollectorFixture.noEngine());
  }

  @Test
  void layersHoldTheCollectorAndItsConfiguration() throws IOException {
    Path output = fixture.folder().resolve("out");
    fixture
        .build(
            "store",
            fixture.request(
                output,
                fixture.job("minimal", "linux/amd64"),
                fixture.job("minimal", "linux/arm64"),
                fixture.job("clickhouse", "linux/amd64", "lambdacomponents.exporter.clickhouse")))
        .result()
        .throwIfFailed();

    assertThat(
            new ArchiveReader(ExtractionLimits.DEFAULT)
                .list(CollectorFixture.layer(output, "collector-arm64-minimal.zip")))
        .extracting(entry -> entry.name() + (entry.executable() ? " 0755" : ""))
        .containsExactly(
            "collector-config",
            "collector-config/config.yaml",
            "extensions",
            "extensions/collector 0755");
    assertThat(
            Files.readString(
                CollectorFixture.layer(output, "collector-amd64-clickhouse.zip.cdx.json")))
        .contains(
            "pkg:golang/" + CollectorFixture.CLICKHOUSE + "@v0.126.0", "\"id\": \"Apache-2.0\"");
    assertThat(
            Files.readString(
                CollectorFixture.layer(output, "collector-amd64-minimal.zip.cdx.json")))
        .doesNotContain("clickhouse");
    assertThat(
            Files.readString(
                CollectorFixture.layer(output, "collector-amd64-minimal.zip.intoto.jsonl")))
        .contains(CollectorFixture.COMMIT);
  }

  @Test
  void modulesAreSettledOnceForEachSelection() {
    CollectorBuildReport report =
        fixture.build(
            "store",
            fixture.request(
                fixture.folder().resolve("out"),
                fixture.job("minimal", "linux/amd64"),
                fixture.job("minimal", "linux/arm64"),
                fixture.job("batching", "linux/amd64", "lambdacomponents.processor.batch")));

    assertThat(report.result().steps())
        .extracting(step -> step.id().text())
        .containsExactlyInAnyOrder(
            "modules of minimal", "minimal amd64", "minimal arm64", "batching amd64");
  }

  @Test
  void sizesAreKeptBesideEachLayerAndComparedWithTheLast() throws IOException {
    Path output = fixture.folder().resolve("out");
    fixture
        .build("store", fixture.request(output, fixture.job("one", "linux/amd64")))
        .result()
        .throwIfFailed();
    LayerSizes before = new LayerSizes(new ArtifactsFile(output, "artifacts.json"));
    fixture
        .proxy()
        .module(
            CollectorFixture.CLICKHOUSE,
            "v0.126.0",
            "",
            Map.of(
                "factory.go",
                """
                package clickhouseexporter

                import "os"

                const Type = "clickhouse"

                func init() { os.Stdout.Sync() }
                """));
    CollectorBuildReport report =
        fixture.build(
            "store",
            fixture.request(
                output, fixture.job("one", "linux/amd64", "lambdacomponents.exporter.clickhouse")));
    report.result().throwIfFailed();

    assertThat(before.changes(report.artifacts().get(0)))
        .singleElement()
        .satisfies(
            change -> {
              assertThat(change.name()).isEqualTo("exporter/clickhouse");
              assertThat(change.before()).isEmpty();
              assertThat(change.now().getAsLong()).isBetween(1L, 10_000L);
            });
    assertThat(
            ComponentSizes.read(
                    CollectorFixture.layer(
                        output, "collector-amd64-one.zip" + ComponentSizes.EXTENSION))
                .components())
        .containsOnlyKeys("exporter/clickhouse", "exporter/otlphttp", "receiver/otlp");
  }

  @Test
  void nothingIsBuiltTwice() {
    CollectorBuildRequest request =
        fixture.request(fixture.folder().resolve("out"), fixture.job("minimal", "linux/amd64"));
    fixture.build("store", request).result().throwIfFailed();

    assertThat(fixture.build("store", request).result().steps())
        .allMatch(StepResult.Reused.class::isInstance);
  }

  @Test
  void anotherMachineMakesTheSameBytes() throws IOException {
    Path one = fixture.folder().resolve("one");
    Path other = fixture.folder().resolve("other");
    LayerJob job = fixture.job("clickhouse", "linux/amd64", "lambdacomponents.exporter.clickhouse");
    fixture.build("store-one", fixture.request(one, job)).result().throwIfFailed();
    fixture.build("store-other", fixture.request(other, job)).result().throwIfFailed();

    for (String suffix : List.of("", ".json", ".cdx.json", ".intoto.jsonl", ".sizes.json")) {
      String name = "collector-amd64-clickhouse.zip" + suffix;
      assertThat(FileDigests.of(CollectorFixture.layer(other, name)))
          .isEqualTo(FileDigests.of(CollectorFixture.layer(one, name)));
    }
  }

  @Test
  void aVersionThatAnotherModuleRaisesIsAProblemAtItsPlace() throws IOException {
    fixture
        .proxy()
        .component(CollectorFixture.CLICKHOUSE, "v0.127.0", "clickhouse")
        .module(
            "example.org/eager",
            "v1.0.0",
            "\nrequire " + CollectorFixture.CLICKHOUSE + " v0.127.0\n",
            Map.of("a.go", "package eager\n\nimport _ \"" + CollectorFixture.CLICKHOUSE + "\"\n"));
    fixture
        .sources()
        .file("collector/eager.go", "package main\n\nimport _ \"example.org/eager\"\n");
    fixture
        .sources()
        .file(
            "collector/go.mod",
            Files.readString(fixture.sources().collector().resolve("go.mod"))
                + "\nrequire example.org/eager v1.0.0\n");
    LayerJob job = fixture.job("clickhouse", "linux/amd64", "lambdacomponents.exporter.clickhouse");

    assertThatThrownBy(
            () ->
                fixture
                    .build("s", fixture.request(fixture.folder().resolve("out"), job))
                    .result()
                    .throwIfFailed())
        .isInstanceOfSatisfying(
            ProblemException.class,
            e ->
                assertThat(e.problems())
                    .singleElement()
                    .satisfies(
                        problem -> {
                          assertThat(problem.toString())
                              .contains(
                                  "config/component_dependencies.yaml:3:7",
                                  CollectorFixture.CLICKHOUSE);
                          assertThat(problem.got()).isEqualTo("v0.127.0");
                        }));
  }

  @Test
  void aModuleThatCannotBeHadIsAProblemAndLeavesTheLastLayer() throws IOException {
    Path output = fixture.folder().resolve("out");
    LayerJob good = fixture.job("minimal", "linux/amd64");
    fixture.build("store", fixture.request(output, good)).result().throwIfFailed();
    byte[] before =
        Files.readAllBytes(CollectorFixture.layer(output, "collector-amd64-minimal.zip"));
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

    assertThatThrownBy(
            () -> fixture.build("store", fixture.request(output, bad)).result().throwIfFailed())
        .isInstanceOf(ProblemException.class)
        .hasMessageContaining("example.org/none@v1.0.0")
        .hasMessageContaining("log: ");
    assertThat(CollectorFixture.layer(output, "collector-amd64-minimal.zip"))
        .hasBinaryContent(before);
  }

  @Test
  void whatWasBuiltVerifies() {
    Path output = fixture.folder().resolve("out");
    LayerJob custom =
        fixture.job(
            "clickhouse",
            "linux/amd64",
            "lambdacomponents.exporter.clickhouse",
            "lambdacomponents.processor.batch");
    CollectorBuildRequest request =
        fixture.request(
            output,
            custom,
            fixture.job("minimal", "linux/arm64", "lambdacomponents.processor.batch"));
    fixture.build("store", request).result().throwIfFailed();

    fixture.verify(output).throwIfFailed();
    assertThat(fixture.verify(output).steps())
        .as("what was verified is not run again")
        .hasSize(2)
        .allMatch(StepResult.Reused.class::isInstance);
  }

  @Test
  void aComponentThatIsNotInTheBuildIsFound() {
    Path output = fixture.folder().resolve("out");
    // Nothing in the upstream has this tag: Go takes it without a word.
    LayerJob job = fixture.job("typo", "linux/amd64", "lambdacomponents.processor.memory_limiter");
    CollectorBuildRequest request = fixture.request(output, job);
    fixture.build("store", request).result().throwIfFailed();

    assertThatThrownBy(() -> fixture.verify(output).throwIfFailed())
        .isInstanceOf(ProblemException.class)
        .hasMessageContaining("layer typo amd64 holds other components of kind processor")
        .hasMessageContaining("[memory_limiter]");
  }

  @Test
  void upstreamsConfigurationThatNamesWhatIsNotThereIsOnlyDoubted() throws IOException {
    fixture.sources().file("collector/config.yaml", "exporters: { debug: }\nservice: {}\n");
    Path output = fixture.folder().resolve("out");
    CollectorBuildRequest request = fixture.request(output, fixture.job("minimal", "linux/amd64"));
    fixture.build("store", request).result().throwIfFailed();

    assertThat(fixture.verified(output).problems())
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
    Path output = fixture.folder().resolve("out");
    LayerJob job = fixture.job("minimal", "linux/amd64");
    OverlayFile own =
        new OverlayFile(
            "config/examples/own.yaml",
            "config.yaml",
            "exporters: { debug: }\nservice: {}\n".getBytes(StandardCharsets.UTF_8));
    CollectorBuildRequest request =
        fixture.request(
            output,
            new LayerJob(
                job.distribution(),
                "",
                job.buildTags(),
                List.of(own),
                List.of(),
                job.platform(),
                Location.NONE));
    fixture.build("store", request).result().throwIfFailed();

    assertThatThrownBy(() -> fixture.verify(output).throwIfFailed())
        .isInstanceOf(ProblemException.class)
        .hasMessageContaining("holds a configuration that its collector refuses")
        .hasMessageContaining("debug");
  }

  @Test
  void aFileThatWasChangedAfterwardsIsRefused() throws IOException {
    Path output = fixture.folder().resolve("out");
    CollectorBuildRequest request = fixture.request(output, fixture.job("minimal", "linux/amd64"));
    fixture.build("store", request).result().throwIfFailed();
    Files.writeString(
        CollectorFixture.layer(output, "collector-amd64-minimal.zip"),
        "x",
        StandardOpenOption.APPEND);

    assertThatThrownBy(() -> fixture.verify(output))
        .isInstanceOf(ProblemException.class)
        .hasMessageContaining("was changed after it was built");
  }
}
