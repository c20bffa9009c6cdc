package dev.ocelot.packaging.source.git;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ocelot.problem.Location;
import dev.ocelot.problem.Problems;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class GitLocationTest {
  private static final Location WHERE = Location.of("config/distributions.yaml", 3, 9);

  private final Path root;
  private final Problems problems = new Problems();

  GitLocationTest(@TempDir Path root) {
    this.root = root;
  }

  private Optional<GitLocation> parse(String text) {
    return GitLocation.parse(text, root, WHERE, problems);
  }

  @ParameterizedTest
  @CsvSource({
    "open-telemetry/opentelemetry-lambda, https://github.com/open-telemetry/opentelemetry-lambda.git",
    "a/b.git, https://github.com/a/b.git",
    "https://example.org/a/b.git, https://example.org/a/b.git",
    "https://me:pw@example.org:8443/a.git, https://example.org:8443/a.git",
    "https://token@example.org/a.git?key=x, https://example.org/a.git",
    "HTTPS://example.org/a, https://example.org/a",
    "ssh://git@example.org/a.git, ssh://git@example.org/a.git",
    "ssh://git:pw@example.org/a.git, ssh://git@example.org/a.git",
    "git@example.org:a/b.git, git@example.org:a/b.git",
    "file:///srv/a.git, file:///srv/a.git",
    "git://example.org/a.git, git://example.org/a.git"
  })
  void isShownWithoutWhatLogsIn(String text, String shown) {
    GitLocation location = parse(text).orElseThrow();
    assertThat(location.shown()).isEqualTo(shown);
    assertThat(location).hasToString(shown);
    assertThat(location.isLocal()).isEqualTo(text.startsWith("file"));
    assertThat(problems.all()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "https://me:p%40ss@example.org/a.git, me:p%40ss p@ss me",
    "https://example.org/a.git?key=x1y2, x1y2",
    "ssh://git:hush@example.org/a.git, hush"
  })
  void whatLogsInIsMasked(String text, String secrets) {
    GitLocation location = parse(text).orElseThrow();
    for (String secret : secrets.split(" ")) {
      assertThat(location.secrets().mask("x " + secret + " y")).isEqualTo("x *** y");
    }
  }

  @Test
  void aPathIsRelativeToTheRootAndWinsOverAnOwner() throws IOException {
    Files.createDirectories(root.resolve("vendor/upstream"));
    GitLocation location = parse("vendor/upstream").orElseThrow();
    assertThat(location.isLocal()).isTrue();
    assertThat(location.url()).isEqualTo(root.resolve("vendor/upstream").toString());
    assertThat(location.shown()).isEqualTo("vendor/upstream");
    assertThat(parse("./vendor/upstream")).contains(location);
    assertThat(parse(root.resolve("vendor/upstream").toString())).contains(location);
  }

  @Test
  void twoLoginsAreOneRepository() {
    assertThat(parse("https://a:b@example.org/x")).isEqualTo(parse("https://example.org/x"));
    assertThat(parse("https://example.org/x")).isNotEqualTo(parse("https://example.org/y"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        " ",
        "-x",
        "--upload-pack=touch x",
        "ssh://-oProxyCommand=touch/x",
        "ssh://-oProxyCommand=touch@example.org/x",
        "-o@example.org:x",
        "git@-example:x",
        "ftp://example.org/x",
        "ext::sh -c touch",
        "https://",
        "https://example.org",
        "a\nb",
        "missing",
        "./missing/folder",
        "a/b/c"
      })
  void whatIsNoPlaceIsRefusedWhereItStands(String text) {
    assertThat(parse(text)).isEmpty();
    assertThat(problems.all())
        .singleElement()
        .satisfies(
            problem -> {
              assertThat(problem.id().text()).isEqualTo("config-invalid");
              assertThat(problem.location()).isEqualTo(WHERE);
              assertThat(problem.expected()).contains("owner/name");
            });
  }

  @Test
  void aRefusedUrlDoesNotShowItsPassword() {
    assertThat(parse("ftp://me:hush@example.org/x")).isEmpty();
    assertThat(problems.all().toString()).contains("ftp://example.org/x").doesNotContain("hush");
  }
}
