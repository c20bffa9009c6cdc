package dev.ocelot.packaging.component;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.ocelot.packaging.archive.ArchiveReader;
import dev.ocelot.packaging.archive.ExtractionLimits;
import dev.ocelot.packaging.store.StoreFixture;
import dev.ocelot.problem.ProblemException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a build script can see and reach, and what it can smuggle out. */
@Timeout(600)
class IsolationIT {
  private final BuildsFixture fixture;

  IsolationIT(@TempDir Path folder) {
    this.fixture = new BuildsFixture(folder, EngineUnderTest.real());
    fixture
        .repository()
        .with("config/builders/busybox.Dockerfile", "FROM ocelot-it/busybox:1-amd64\n");
  }

  @Test
  void aScriptSeesWhatWasPromisedAndNothingElse() {
    fixture.environment("HELLO_VERSION", "a b'c\"$d");
    fixture.environment("SECRET", "must not be seen");
    fixture.repository().with("unrelated.txt", "must not be seen");
    List<String> seen =
        seen(
            """
            env | sort
            echo "here: $(pwd): $(find . -type f | sort | tr '\\n' ' ')"
            """);
    String tag = fixture.repository().tagged().get(0).tag().tag().text();
    assertThat(seen)
        .containsExactly(
            "ARTIFACTS_DIR=/ocelot/artifacts",
            "HELLO_TAG=" + tag,
            "HELLO_VERSION=a b'c\"$d",
            "HOME=/ocelot/work",
            "HOSTNAME=ocelot",
            "LC_ALL=C.UTF-8",
            "OCELOT_PLATFORM=linux/amd64",
            "OCELOT_SOURCES=/ocelot/sources",
            "OCELOT_TAG_DIRECTORY=/ocelot/tags",
            "OCELOT_TAG_FUNCTIONS=/ocelot/functions/tag-functions.sh",
            "OCELOT_TRIPLE=x86_64-linux-gnu",
            "OCELOT_WORK_DIR=/ocelot/work",
            "PATH=/bin",
            "PWD=/ocelot/source",
            "SHLVL=2",
            "SOURCE_DATE_EPOCH=315532800",
            "TMPDIR=/ocelot/work",
            "TZ=UTC",
            "here: /ocelot/source: ./components/hello/build.sh ");
  }

  @Test
  void aScriptHasNoPrivilegesAndNoNetwork() {
    assertThat(
            seen(
                """
                test "$(id -u)" -ne 0 && echo "not root"
                grep -E '^(CapEff|CapPrm|CapBnd|NoNewPrivs)' /proc/self/status | tr '\\t' ' '
                ls /sys/class/net
                test -e /var/run/docker.sock || echo "no socket"
                for folder in . components/hello /ocelot/sources /ocelot/functions / /bin; do
                  touch "$folder/x" 2>/dev/null && echo "can write $folder"
                done
                echo x >> components/hello/build.sh 2>/dev/null || echo "cannot write the script"
                touch "$OCELOT_WORK_DIR/x" && echo "can write its work"
                grep -c ' /ocelot' /proc/self/mounts
                true
                """))
        .containsExactly(
            "not root",
            "CapPrm: 0000000000000000",
            "CapEff: 0000000000000000",
            "CapBnd: 0000000000000000",
            "NoNewPrivs: 1",
            "lo",
            "no socket",
            "cannot write the script",
            "can write its work",
            "0");
  }

  @Test
  void aNetworkIsThereWhenItIsDeclared() {
    List<String> seen = seen("ls /sys/class/net\n", "network: bridge");
    assertThat(seen).contains("eth0");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "ln -s /etc/passwd out            | out",
        "ln -s ../../../etc/passwd out    | out",
        "mkdir d; ln -s ../../x d/out     | d/out",
        "mkfifo pipe                      | pipe",
        "echo x > s; chmod 4755 s         | s",
        "echo x > g; chmod 2755 g         | g",
        "echo x > a; echo x > A           | A",
        "echo x > 'c:d'                   | c:d",
      })
  void whatCouldDoHarmIsNoArtifact(String script, String named) {
    fixture
        .repository()
        .component(
            "hello", "cd \"$ARTIFACTS_DIR\"; " + script + "\n", "build: { builder: busybox }\n");
    assertThatThrownBy(fixture.build().result()::throwIfFailed)
        .isInstanceOf(ProblemException.class)
        .hasMessageContaining("archive-unsafe")
        .hasMessageContaining(named);
    assertThat(fixture.output("components")).doesNotExist();
    assertThat(StoreFixture.below(fixture.store().resolve("scratch"))).isEmpty();
    assertThat(StoreFixture.below(fixture.store().resolve("entries"))).isEmpty();
  }

  @Test
  void theArtifactsFolderCannotBeALinkToSomethingElse() {
    fixture
        .repository()
        .component(
            "hello",
            // What is above the folder is not the script's, so the link lands in it.
            "cd / ; rm -rf \"$ARTIFACTS_DIR\" ; ln -s /etc \"$ARTIFACTS_DIR\" ; true\n",
            "build: { builder: busybox }\n");
    assertThatThrownBy(fixture.build().result()::throwIfFailed)
        .isInstanceOf(ProblemException.class)
        .hasMessageContaining("archive-unsafe")
        .hasMessageContaining("\"etc\"");
    assertThat(fixture.output("components")).doesNotExist();
  }

  private List<String> seen(String script) {
    return seen(script, "network: none");
  }

  /** What a script prints. */
  private List<String> seen(String script, String setting) {
    fixture
        .repository()
        .component(
            "hello",
            "{\n" + script + "} > \"$ARTIFACTS_DIR/seen\"\n",
            "environment: [HELLO_VERSION]\nbuild: { builder: busybox, " + setting + " }\n");
    fixture.build().result().throwIfFailed();
    Path archive = fixture.output("components/hello/hello-amd64.zip");
    byte[] bytes =
        new ArchiveReader(ExtractionLimits.DEFAULT)
            .readEntry(archive, "seen", 1 << 16)
            .orElseThrow();
    return new String(bytes, StandardCharsets.UTF_8).lines().toList();
  }
}
