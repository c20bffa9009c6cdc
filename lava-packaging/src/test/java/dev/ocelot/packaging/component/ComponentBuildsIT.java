package dev.ocelot.packaging.component;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.ocelot.packaging.archive.ArchiveReader;
import dev.ocelot.packaging.archive.ExtractionLimits;
import dev.ocelot.packaging.artifact.FileDigests;
import dev.ocelot.packaging.plan.StepResult;
import dev.ocelot.problem.ProblemException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Components built in containers of a real engine. */
@Timeout(600)
class ComponentBuildsIT {
  private static final String SCRIPT =
      """
      #!/bin/sh
      set -eu
      . "$OCELOT_TAG_FUNCTIONS"
      ci_tag_build_time_check "HELLO_TAG" components/hello/greeting.txt
      mkdir "$ARTIFACTS_DIR/bin"
      cp /bin/busybox "$ARTIFACTS_DIR/bin/hello"
      ln -s hello "$ARTIFACTS_DIR/bin/greet"
      cp components/hello/greeting.txt "$ARTIFACTS_DIR"
      uname -m > "$ARTIFACTS_DIR/machine"
      cat "$(get_tag_file HELLO_TAG)"
      """;
  private static final String BUILD =
      "build: { builder: busybox, platforms: [linux/amd64, linux/arm64], memory: 256m }\n";

  private final Path folder;
  private final BuildsFixture fixture;

  ComponentBuildsIT(@TempDir Path folder) {
    this.folder = folder;
    this.fixture = fixture(folder);
  }

  private static BuildsFixture fixture(Path folder) {
    BuildsFixture fixture = new BuildsFixture(folder, EngineUnderTest.real());
    fill(fixture);
    return fixture;
  }

  private static void fill(BuildsFixture fixture) {
    fixture
        .repository()
        .component("hello", SCRIPT, BUILD)
        .with("components/hello/greeting.txt", "hello\n")
        .with(
            "config/builders/busybox.Dockerfile",
            "ARG BASE=ocelot-it/busybox:1\nFROM ${BASE}-${TARGETARCH}\n");
  }

  @Test
  void eachPlatformIsBuiltOnItsOwnMachine() {
    fixture.build().result().throwIfFailed();
    assertThat(entry("amd64", "machine")).isEqualTo("x86_64\n");
    assertThat(entry("arm64", "machine")).isEqualTo("aarch64\n");
    assertThat(entry("arm64", "greeting.txt")).isEqualTo("hello\n");
    String tag = fixture.repository().tagged().get(0).tag().tag().text();
    assertThat(entry("arm64", "ocelot/tags/HELLO_TAG")).isEqualTo(tag);
    assertThat(fixture.output("logs/hello-arm64.log")).content().contains(tag);
    assertThat(EngineUnderTest.containers("components/hello/build.sh")).isEmpty();
  }

  @Test
  void anotherMachineBuildsTheSameBytes(@TempDir Path elsewhere) throws IOException {
    fixture.build().result().throwIfFailed();
    BuildsFixture other = fixture(elsewhere);
    other.build().result().throwIfFailed();
    for (String platform : new String[] {"amd64", "arm64"}) {
      String name = "components/hello/hello-" + platform + ".zip";
      assertThat(FileDigests.of(other.output(name)))
          .isEqualTo(FileDigests.of(fixture.output(name)));
      assertThat(Files.readAllBytes(other.output(name + ".json")))
          .isEqualTo(Files.readAllBytes(fixture.output(name + ".json")));
    }
  }

  @Test
  void whatIsInTheStoreNeedsNoEngine() {
    fixture.build().result().throwIfFailed();
    BuildsFixture later = new BuildsFixture(folder, EngineUnderTest.untouchable());
    ComponentBuildReport report = later.build();
    assertThat(report.result().steps()).allMatch(StepResult.Reused.class::isInstance);
    assertThat(report.artifacts()).hasSize(2);
  }

  @Test
  void anEngineThatDoesNotAnswerIsSaidOnceAndNothingBegins() throws IOException {
    fixture.build().result().throwIfFailed();
    fixture.repository().with("components/hello/greeting.txt", "hi\n");
    BuildsFixture later = new BuildsFixture(folder, EngineUnderTest.stopped());
    long before = Files.size(fixture.output("logs/hello-amd64.log"));
    assertThatThrownBy(later::build)
        .isInstanceOfSatisfying(
            ProblemException.class,
            e ->
                assertThat(e.problems())
                    .singleElement()
                    .satisfies(
                        problem ->
                            assertThat(problem.id().text()).isEqualTo("docker-unavailable")));
    assertThat(fixture.output("logs/hello-amd64.log")).hasSize(before);
    assertThat(entry("amd64", "greeting.txt")).isEqualTo("hello\n");
  }

  @Test
  void aBuilderIsMadeFromItsContext() throws IOException {
    Files.createDirectories(fixture.repository().file("config/builders/made"));
    fixture
        .repository()
        .with("config/builders/made/tool", "#!/bin/sh\necho made with the tool\n")
        .with(
            "config/builders/made.Dockerfile",
            "FROM ocelot-it/busybox:1-amd64\nCOPY --chmod=0755 tool /bin/tool\n"
                .replace("--chmod=0755 ", ""))
        .component("hello", "tool > \"$ARTIFACTS_DIR/out\"\n", "build: { builder: made }\n");
    assertThat(fixture.repository().file("config/builders/made/tool").toFile().setExecutable(true))
        .isTrue();
    fixture.build().result().throwIfFailed();
    assertThat(entry("amd64", "out")).isEqualTo("made with the tool\n");
  }

  @Test
  void aBuilderThatCannotBeMadeIsAProblem() {
    fixture
        .repository()
        .with("config/builders/broken.Dockerfile", "FROM ocelot-it/busybox:1-amd64\nRUN false\n")
        .component("hello", "true\n", "build: { builder: broken }\n");
    assertThatThrownBy(fixture.build().result()::throwIfFailed)
        .isInstanceOf(ProblemException.class)
        .hasMessageContaining("image-build-failed");
    assertThat(fixture.output("components")).doesNotExist();
  }

  @Test
  void whatWasBuiltForAnotherMachineIsNoArtifact() {
    fixture
        .repository()
        .with("config/builders/native.Dockerfile", "FROM ocelot-it/busybox:1-amd64\n")
        .component(
            "hello",
            "echo $OCELOT_TRIPLE; cp /bin/busybox $ARTIFACTS_DIR/hello\n",
            "build: { builder: native, platforms: [linux/arm64] }\n");
    assertThatThrownBy(fixture.build().result()::throwIfFailed)
        .isInstanceOf(ProblemException.class)
        .hasMessageContaining("wrong-architecture")
        .hasMessageContaining("component hello for linux/arm64");
    assertThat(fixture.output("components")).doesNotExist();
    assertThat(fixture.output("logs/hello-arm64.log")).content().contains("aarch64-linux-gnu");
  }

  @Test
  void aScriptThatFailsSaysWhatItPrintedLast() {
    fixture
        .repository()
        .component("hello", "echo one; echo two >&2; exit 3\n", "build: { builder: busybox }\n");
    assertThatThrownBy(fixture.build().result()::throwIfFailed)
        .hasMessageContaining("components/hello/build.sh returned 3")
        .hasMessageContaining("| one")
        .hasMessageContaining("| two")
        .hasMessageContaining("logs/hello-amd64.log");
    assertThat(EngineUnderTest.containers("components/hello/build.sh")).isEmpty();
  }

  @Test
  void anInterpreterThatIsNotThereIsSaid() {
    fixture
        .repository()
        .component("hello", "#!/usr/bin/python9\n", "build: { builder: busybox }\n");
    assertThatThrownBy(fixture.build().result()::throwIfFailed)
        .hasMessageContaining("build-failed")
        .hasMessageContaining("python9");
  }

  @Test
  void aScriptThatTakesTooLongIsEnded() {
    fixture
        .repository()
        .component("hello", "while :; do :; done\n", "build: { builder: busybox, timeout: 2s }\n");
    assertThatThrownBy(fixture.build().result()::throwIfFailed)
        .hasMessageContaining("it took longer than 2 s");
    assertThat(EngineUnderTest.containers("components/hello/build.sh")).isEmpty();
  }

  @Test
  void aFloodOfOutputHarmsNobody() throws IOException {
    fixture
        .repository()
        .component(
            "hello",
            "head -c 80000000 /dev/zero | tr '\\0' x\nyes | head -n 500000\necho > $ARTIFACTS_DIR/out\n",
            "build: { builder: busybox }\n");
    fixture.build().result().throwIfFailed();
    assertThat(Files.size(fixture.output("logs/hello-amd64.log"))).isLessThan(70L << 20);
  }

  private String entry(String platform, String name) {
    Path archive = fixture.output("components/hello/hello-" + platform + ".zip");
    return new String(
        new ArchiveReader(ExtractionLimits.DEFAULT).readEntry(archive, name, 4096).orElseThrow(),
        StandardCharsets.UTF_8);
  }
}
