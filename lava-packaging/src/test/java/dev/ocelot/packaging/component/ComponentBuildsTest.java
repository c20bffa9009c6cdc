package dev.ocelot.packaging.component;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.ocelot.packaging.archive.ArchiveEntry;
import dev.ocelot.packaging.archive.ArchiveReader;
import dev.ocelot.packaging.archive.ExtractionLimits;
import dev.ocelot.packaging.artifact.Artifact;
import dev.ocelot.packaging.artifact.ArtifactRecord;
import dev.ocelot.packaging.builder.FakeEngine;
import dev.ocelot.packaging.docker.ContainerEnd;
import dev.ocelot.packaging.docker.ContainerSpec;
import dev.ocelot.packaging.plan.Forecast;
import dev.ocelot.packaging.plan.StepProblems;
import dev.ocelot.packaging.plan.StepResult;
import dev.ocelot.packaging.store.StoreFixture;
import dev.ocelot.problem.Problem;
import dev.ocelot.problem.ProblemException;
import dev.ocelot.problem.Problems;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** What is decided, with an engine that runs nothing. */
@Timeout(120)
class ComponentBuildsTest {
  private static final String BUILD =
      "build: { builder: c, platforms: [linux/amd64, linux/arm64], layer: true }\n";

  private final FakeEngine engine = new FakeEngine().with("debian:12", 1, "linux/amd64");
  private final BuildsFixture fixture;

  ComponentBuildsTest(@TempDir Path folder) {
    this.fixture = new BuildsFixture(folder, engine);
    engine.running(ComponentBuildsTest::succeed);
    fixture.repository().with("config/builders/c.Dockerfile", "FROM debian:12\n");
    fixture.repository().component("hello", "make\n", BUILD);
  }

  private static ContainerEnd succeed(
      ContainerSpec spec, Map<String, byte[]> in, java.io.OutputStream out) throws IOException {
    Tars.write(
        out, Map.of("share/hello.txt", "hello for " + spec.environment().get("OCELOT_PLATFORM")));
    return new ContainerEnd.Exited(0);
  }

  @Test
  void everyPlatformGivesAnArchiveALayerAndTheirRecords() throws IOException {
    ComponentBuildReport report = fixture.build();
    report.result().throwIfFailed();
    assertThat(StoreFixture.below(fixture.output("")))
        .containsExactly(
            "artifacts.json",
            "components",
            "components/hello",
            "components/hello/hello-amd64.zip",
            "components/hello/hello-amd64.zip.json",
            "components/hello/hello-arm64.zip",
            "components/hello/hello-arm64.zip.json",
            "layers",
            "layers/hello-amd64.zip",
            "layers/hello-amd64.zip.cdx.json",
            "layers/hello-amd64.zip.intoto.jsonl",
            "layers/hello-amd64.zip.json",
            "layers/hello-arm64.zip",
            "layers/hello-arm64.zip.cdx.json",
            "layers/hello-arm64.zip.intoto.jsonl",
            "layers/hello-arm64.zip.json",
            "logs",
            "logs/hello-amd64.log",
            "logs/hello-arm64.log");
    assertThat(report.artifacts()).extracting(Artifact::file).hasSize(4);
    Path archive = fixture.output("components/hello/hello-arm64.zip");
    assertThat(new ArchiveReader(ExtractionLimits.DEFAULT).list(archive))
        .extracting(ArchiveEntry::name)
        .containsExactly(
            "ocelot", "ocelot/tags", "ocelot/tags/HELLO_TAG", "share", "share/hello.txt");
    String tag = fixture.repository().tagged().get(0).tag().tag().text();
    assertThat(
            new ArchiveReader(ExtractionLimits.DEFAULT)
                .readEntry(archive, "ocelot/tags/HELLO_TAG", 99))
        .hasValue(tag.getBytes(java.nio.charset.StandardCharsets.US_ASCII));
    Problems problems = new Problems();
    ArtifactRecord record =
        ArtifactRecord.read(fixture.output("layers/hello-arm64.zip.json"), "r", problems)
            .orElseThrow();
    assertThat(problems.all()).isEmpty();
    assertThat(record.id()).hasToString("layer hello (linux/arm64)");
    assertThat(record.tag().tag().text()).isEqualTo(tag);
    assertThat(record.options()).containsEntry("builder", "c").containsEntry("level", "6");
    assertThat(record.toString()).doesNotContain(fixture.store().toString());
  }

  @Test
  void aSecondRunAsksNoEngineAndGivesTheSame() throws IOException {
    fixture.build().result().throwIfFailed();
    Map<String, String> before = contents();
    engine.forget();
    removeOutput();
    ComponentBuildReport again = fixture.build();
    assertThat(engine.calls()).isEmpty();
    assertThat(again.result().steps()).allMatch(StepResult.Reused.class::isInstance);
    before.keySet().removeIf(name -> name.startsWith("logs"));
    assertThat(contents()).isEqualTo(before);
  }

  @Test
  void theContainerGetsWhatWasPromisedAndNothingElse() {
    List<ContainerSpec> specs = new CopyOnWriteArrayList<>();
    List<Map<String, byte[]>> files = new CopyOnWriteArrayList<>();
    engine.running(
        (spec, in, out) -> {
          specs.add(spec);
          files.add(Map.copyOf(in));
          return succeed(spec, in, out);
        });
    fixture.environment("HELLO_VERSION", "7");
    fixture.environment("SECRET", "x");
    fixture
        .repository()
        .component(
            "hello",
            "#!/bin/sh -e\nmake\n",
            "environment: [HELLO_VERSION, NOT_SET]\nbuild: { builder: c, timeout: 5m, memory: 64m }\n");
    fixture.build().result().throwIfFailed();
    ContainerSpec spec = specs.get(0);
    String tag = fixture.repository().tagged().get(0).tag().tag().text();
    assertThat(spec.environment()).containsExactlyInAnyOrderEntriesOf(promised(tag));
    assertThat(spec.argv()).containsExactly("/bin/sh", "-e", "components/hello/build.sh");
    assertThat(spec.directory()).isEqualTo("/ocelot/source");
    assertThat(spec.network()).isEqualTo(ContainerSpec.Network.NONE);
    assertThat(spec.limits().time()).hasMinutes(5);
    assertThat(spec.limits().memory()).isEqualTo(64L << 20);
    assertThat(files.get(0))
        .containsOnlyKeys("/ocelot/source", "/ocelot/sources", "/ocelot/functions");
    assertThat(listed(files.get(0), "/ocelot/source"))
        .containsExactly(
            "755 0:0 components/",
            "755 0:0 components/hello/",
            "644 0:0 components/hello/build.sh");
    assertThat(listed(files.get(0), "/ocelot/functions"))
        .containsExactly("644 0:0 tag-functions.sh");
    assertThat(engine.containers()).isZero();
  }

  private static Map<String, String> promised(String tag) {
    return Map.ofEntries(
        Map.entry("OCELOT_WORK_DIR", "/ocelot/work"),
        Map.entry("HOME", "/ocelot/work"),
        Map.entry("TMPDIR", "/ocelot/work"),
        Map.entry("ARTIFACTS_DIR", "/ocelot/artifacts"),
        Map.entry("OCELOT_SOURCES", "/ocelot/sources"),
        Map.entry("OCELOT_PLATFORM", "linux/amd64"),
        Map.entry("OCELOT_TRIPLE", "x86_64-linux-gnu"),
        Map.entry("SOURCE_DATE_EPOCH", "315532800"),
        Map.entry("LC_ALL", "C.UTF-8"),
        Map.entry("TZ", "UTC"),
        Map.entry("HELLO_TAG", tag),
        Map.entry("HELLO_VERSION", "7"),
        Map.entry("OCELOT_TAG_FUNCTIONS", "/ocelot/functions/tag-functions.sh"),
        Map.entry("OCELOT_TAG_DIRECTORY", "/ocelot/tags"));
  }

  @Test
  void sourcesAreThereUnderTheirNames(@TempDir Path cache) throws IOException {
    Path zip = Files.writeString(cache.resolve("lmdb-0.4.zip"), "zip");
    List<List<String>> seen = new ArrayList<>();
    engine.running(
        (spec, in, out) -> {
          seen.add(listed(in, "/ocelot/sources"));
          return succeed(spec, in, out);
        });
    String sha = dev.ocelot.packaging.artifact.FileDigests.of(zip).sha256();
    fixture
        .repository()
        .component(
            "hello",
            "make\n",
            "build: { builder: c, sources: [{ url: \"%s\", sha256: \"%s\" }] }\n"
                .formatted(zip.toUri(), sha));
    fixture.build().result().throwIfFailed();
    assertThat(seen).containsExactly(List.of("644 0:0 lmdb-0.4.zip"));
    Problems problems = new Problems();
    assertThat(
            ArtifactRecord.read(
                    fixture.output("components/hello/hello-amd64.zip.json"), "r", problems)
                .orElseThrow()
                .sources())
        .singleElement()
        .satisfies(source -> assertThat(source.sha256()).isEqualTo(sha));
  }

  @Test
  void aFailureLeavesWhatWasThereAndSaysEverything() throws IOException {
    fixture.build().result().throwIfFailed();
    Map<String, String> before = contents();
    fixture.repository().with("components/hello/build.sh", "make other\n");
    engine.running(
        (spec, in, out) -> {
          boolean arm = spec.environment().containsValue("linux/arm64");
          return arm ? new ContainerEnd.Exited(2) : succeed(spec, in, out);
        });
    ComponentBuildReport report = fixture.build();
    assertThat(report.artifacts()).isEmpty();
    assertThatThrownBy(report.result()::throwIfFailed)
        .isInstanceOfSatisfying(
            ProblemException.class,
            e -> {
              Problem problem = e.problems().get(0);
              assertThat(e.problems()).hasSize(1);
              assertThat(problem.id()).isEqualTo(StepProblems.BUILD_FAILED);
              assertThat(problem.message())
                  .startsWith(
                      "the build of hello for linux/arm64 failed: components/hello/build.sh returned 2")
                  .contains("| it runs")
                  .contains("log: " + fixture.output("logs/hello-arm64.log"));
            });
    Map<String, String> after = contents();
    assertThat(after.keySet()).isEqualTo(before.keySet());
    before.keySet().removeIf(name -> name.startsWith("logs"));
    assertThat(after).containsAllEntriesOf(before);
    assertThat(engine.containers()).isZero();

    engine.running(ComponentBuildsTest::succeed);
    assertThat(fixture.build().result().steps())
        .hasExactlyElementsOfTypes(StepResult.Reused.class, StepResult.Built.class);
  }

  @Test
  void everyEndIsSaidInWords() {
    Map<ContainerEnd, String> ends =
        Map.of(
            new ContainerEnd.TimedOut(), "took longer than 1800 s",
            new ContainerEnd.OutOfMemory(), "more than 4096 MiB",
            new ContainerEnd.NotStarted("no such file"), "could not be started: no such file");
    ends.forEach(
        (end, words) -> {
          engine.running((spec, in, out) -> end);
          assertThatThrownBy(fixture.build().result()::throwIfFailed).hasMessageContaining(words);
        });
  }

  @Test
  void whatIsEmptyOrOfAnotherMachineIsNoArtifact() {
    engine.running(
        (spec, in, out) -> {
          Tars.write(out, Map.of());
          return new ContainerEnd.Exited(0);
        });
    assertThatThrownBy(fixture.build().result()::throwIfFailed)
        .hasMessageContaining("build-failed")
        .hasMessageContaining("left nothing in ARTIFACTS_DIR");
    String elf =
        "\u007fELF\u0002\u0001\u0001"
            + "\0".repeat(9) // 64 bits, little-endian
            + "\u0002\0\u00b7\0\u0001\0\0\0" // a program for machine 183, AArch64
            + "\0".repeat(28)
            + "@\08\0\0\0@\0\0\0\0\0"; // a header of 64 bytes, no segments
    engine.running(
        (spec, in, out) -> {
          Tars.write(out, Map.of("bin/hello", elf));
          return new ContainerEnd.Exited(0);
        });
    ComponentBuildReport report = fixture.build();
    assertThat(report.result().steps().get(0)).isInstanceOf(StepResult.Failed.class);
    assertThat(((StepResult.Failed) report.result().steps().get(0)).problems())
        .singleElement()
        .satisfies(
            problem ->
                assertThat(problem.toString())
                    .startsWith("wrong-architecture")
                    .contains("component hello for linux/amd64")
                    .contains("bin/hello"));
    assertThat(fixture.output("components")).doesNotExist();
  }

  @Test
  void aBuilderWhoseBaseChangedIsUsedAsItIsNow() {
    fixture.build().result().throwIfFailed();
    engine.with("debian:12", 2, "linux/amd64");
    assertThat(fixture.build().result().steps())
        .as("nobody asks while everything is there")
        .allMatch(StepResult.Reused.class::isInstance);
    fixture
        .repository()
        .component("other", "make\n", "build: { builder: c }\n")
        .with(
            "config/components.yaml",
            "components: { hello: { " + BUILD.strip() + " }, other: { build: { builder: c } } }\n");
    List<StepResult> steps = fixture.build().result().steps();
    assertThat(steps).hasSize(3).allMatch(StepResult.Built.class::isInstance);
    assertThat(((StepResult.Built) steps.get(0)).reason()).isEqualTo("the builder changed");
  }

  @Test
  void forecastsWithoutBuilding() {
    List<Forecast> first = fixture.builds().forecast(fixture.request());
    assertThat(first).extracting(Forecast::action).containsOnly(Forecast.Action.BUILD);
    assertThat(engine.calls())
        .noneMatch(call -> call.startsWith("build") || call.startsWith("create"));
    assertThat(fixture.output("")).doesNotExist();
    fixture.build().result().throwIfFailed();
    assertThat(fixture.builds().forecast(fixture.request()))
        .extracting(Forecast::action)
        .containsOnly(Forecast.Action.REUSE);
  }

  @Test
  void abandonedContainersGoBeforeAnythingIsBuilt() {
    fixture.build();
    assertThat(engine.calls().indexOf("remove abandoned"))
        .isNotNegative()
        .isLessThan(engine.calls().indexOf("run"));
  }

  @Test
  void everythingThatIsWrongIsSaidBeforeAnythingStarts() {
    fixture
        .repository()
        .with("components/b/build.sh", "x\n")
        .with("components/d/build.sh", "x\n")
        .with(
            "config/components.yaml",
            """
            components:
              b: { build: { builder: host } }
              d: { environment: [HOME], build: { builder: nothing, timeout: soon } }
              hello: { build: { builder: nothing } }
            """);
    assertThatThrownBy(fixture::build)
        .isInstanceOfSatisfying(
            ProblemException.class,
            e ->
                assertThat(e.problems().stream().map(p -> p.id().text()))
                    .containsExactly(
                        "host-script-refused",
                        "config-invalid",
                        "config-invalid",
                        "config-invalid"));
    assertThat(engine.calls()).isEmpty();
    assertThat(fixture.output("")).doesNotExist();
  }

  @Test
  void aComponentWithoutABuildSectionIsNotBuilt() {
    fixture.repository().with("config/components.yaml", "components: { hello: {} }\n");
    ComponentBuildReport report = fixture.build();
    assertThat(report.result().steps()).isEmpty();
    assertThat(engine.calls()).isEmpty();
  }

  @Test
  void anotherFormatHasItsLayerApart() {
    fixture
        .repository()
        .component("hello", "make\n", "build: { builder: c, layer: true, format: tar.zst }\n");
    fixture.build().result().throwIfFailed();
    assertThat(fixture.output("components/hello/hello-amd64.tar.zst")).exists();
    assertThat(fixture.output("layers/hello-amd64.zip")).exists();
    ArchiveReader reader = new ArchiveReader(ExtractionLimits.DEFAULT);
    assertThat(reader.contentDigest(fixture.output("layers/hello-amd64.zip")))
        .isEqualTo(reader.contentDigest(fixture.output("components/hello/hello-amd64.tar.zst")));
  }

  private static List<String> listed(Map<String, byte[]> files, String folder) {
    try {
      return Tars.list(files.getOrDefault(folder, new byte[0]));
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }

  private Map<String, String> contents() throws IOException {
    Map<String, String> contents = new java.util.TreeMap<>();
    for (String name : StoreFixture.below(fixture.output(""))) {
      if (Files.isRegularFile(fixture.output(name))) {
        contents.put(
            name, java.util.HexFormat.of().formatHex(Files.readAllBytes(fixture.output(name))));
      }
    }
    return contents;
  }

  private void removeOutput() throws IOException {
    List<String> names = new ArrayList<>(StoreFixture.below(fixture.output("")));
    java.util.Collections.reverse(names);
    for (String name : names) {
      Files.delete(fixture.output(name));
    }
  }
}
