package dev.ocelot.packaging.component;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.ocelot.packaging.archive.ArchiveReader;
import dev.ocelot.packaging.archive.ExtractionLimits;
import dev.ocelot.packaging.builder.FakeEngine;
import dev.ocelot.packaging.plan.StepResult;
import dev.ocelot.packaging.store.StoreFixture;
import dev.ocelot.problem.ProblemException;
import dev.ocelot.problem.Remedy;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** {@code builder: host}, for those who allow it. */
@Timeout(120)
class HostBuildTest {
  private static final String HOST = "environment: [V]\nbuild: { builder: host }\n";

  private final FakeEngine engine = new FakeEngine();
  private final BuildsFixture fixture;

  HostBuildTest(@TempDir Path folder) {
    this.fixture = new BuildsFixture(folder, engine);
  }

  @Test
  void isRefusedUnlessItIsAllowed() {
    fixture.repository().component("hello", "echo > $ARTIFACTS_DIR/out\n", HOST);
    assertThatThrownBy(fixture::build)
        .isInstanceOfSatisfying(
            ProblemException.class,
            e -> {
              assertThat(e.problems()).hasSize(1);
              assertThat(e.problems().get(0).toString())
                  .startsWith("host-script-refused: config/components.yaml:4:14");
              assertThat(((Remedy.Advice) e.problems().get(0).remedy()).text())
                  .contains("-Docelot.allowHostScripts=true");
            });
    assertThat(StoreFixture.below(fixture.store().resolve("entries"))).isEmpty();
  }

  @Test
  void runsInAFolderOfItsOwnWithACleanEnvironment() {
    fixture.allowHostScripts();
    fixture.environment("V", "1");
    fixture
        .repository()
        .with("components/hello/data.txt", "data\n")
        .component(
            "hello",
            """
            #!/bin/sh -eu
            . "$OCELOT_TAG_FUNCTIONS"
            ci_tag_build_time_check HELLO_TAG components/hello/data.txt
            test -f "$OCELOT_TAG_DIRECTORY/HELLO_TAG"
            test "$HOME" = "$OCELOT_WORK_DIR"
            touch "$HOME/writable"
            env | sed 's/=.*//' | sort | tr '\\n' ' ' > "$ARTIFACTS_DIR/names"
            find . -type f | sort > "$ARTIFACTS_DIR/files"
            """,
            HOST);
    fixture.build().result().throwIfFailed();
    assertThat(entry("names"))
        .isEqualTo(
            "ARTIFACTS_DIR HELLO_TAG HOME LC_ALL OCELOT_PLATFORM OCELOT_SOURCES"
                + " OCELOT_TAG_DIRECTORY OCELOT_TAG_FUNCTIONS OCELOT_TRIPLE OCELOT_WORK_DIR PATH"
                + " PWD SOURCE_DATE_EPOCH TMPDIR TZ V ");
    assertThat(entry("files"))
        .isEqualTo("./components/hello/build.sh\n./components/hello/data.txt\n");
    assertThat(StoreFixture.below(fixture.repository().root()))
        .as("the repository is as it was")
        .doesNotContain("names", "files");
    assertThat(StoreFixture.below(fixture.store().resolve("scratch"))).isEmpty();
    assertThat(engine.calls()).isEmpty();
    assertThat(fixture.build().result().steps()).allMatch(StepResult.Reused.class::isInstance);
  }

  @Test
  void aFailureSaysWhatWasPrinted() {
    fixture.allowHostScripts();
    fixture.repository().component("hello", "echo why >&2\nexit 4\n", HOST);
    assertThatThrownBy(fixture.build().result()::throwIfFailed)
        .hasMessageContaining("components/hello/build.sh returned 4")
        .hasMessageContaining("| why");
    assertThat(fixture.output("components")).doesNotExist();
  }

  @Test
  void aScriptThatTakesTooLongIsEnded() {
    fixture.allowHostScripts();
    fixture
        .repository()
        .component("hello", "while :; do :; done\n", "build: { builder: host, timeout: 1s }\n");
    assertThatThrownBy(fixture.build().result()::throwIfFailed)
        .hasMessageContaining("it took longer than 1 s");
  }

  @Test
  void whatCouldDoHarmIsNoArtifactEither() {
    fixture.allowHostScripts();
    fixture.repository().component("hello", "ln -s /etc/passwd $ARTIFACTS_DIR/out\n", HOST);
    assertThatThrownBy(fixture.build().result()::throwIfFailed)
        .hasMessageContaining("archive-unsafe");
  }

  private String entry(String name) {
    Path archive = fixture.output("components/hello/hello-amd64.zip");
    return new String(
        new ArchiveReader(ExtractionLimits.DEFAULT).readEntry(archive, name, 4096).orElseThrow(),
        StandardCharsets.UTF_8);
  }
}
