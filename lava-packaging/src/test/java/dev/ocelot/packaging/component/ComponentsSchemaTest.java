package dev.ocelot.packaging.component;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import dev.ocelot.packaging.platform.Platforms;
import dev.ocelot.packaging.schema.PublishedSchema;
import dev.ocelot.problem.Location;
import dev.ocelot.problem.Problem;
import dev.ocelot.problem.Problems;
import dev.ocelot.tag.component.Component;
import dev.ocelot.tag.component.Components;
import dev.ocelot.tag.component.RepositoryRoot;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What an editor says of {@code config/components.yaml} is what the two readers say. */
class ComponentsSchemaTest {
  private static final String SHA = "0123456789abcdef".repeat(4);

  private final PublishedSchema schema = new PublishedSchema("components");
  private final Path folder;

  ComponentsSchemaTest(@TempDir Path folder) {
    this.folder = folder;
  }

  private static String hello(String settings) {
    return "components: { hello: { " + settings + " } }";
  }

  private static String build(String settings) {
    return hello("build: { " + settings + " }");
  }

  private static String source(String settings) {
    return build("builder: b, sources: [{ " + settings.replace("SHA", SHA) + " }]");
  }

  private static Stream<String> top() {
    return Stream.of(
        "components: { hello: { }, my_c: { } }",
        "components:\n  hello:\n  my_c:\n",
        "components: {}",
        "{}",
        hello("inputs: []"),
        hello("inputs: ['a/b c', './x', 'p/*.patch', '**/[!a-z]?', 'a\\*', '..a/b..', '[']"),
        hello("inputs: [-x, a, a]"),
        hello("evaluation: static"),
        hello("evaluation: bash"),
        hello("evaluation: declared, inputs: [a]"),
        hello("evaluation: declared, inputs: []"),
        hello("environment: []"),
        hello("environment: [A, _b, C9]"));
  }

  private static Stream<String> sections() {
    return Stream.of(
        build("builder: b"),
        build("builder: host"),
        build("builder: b, platforms: [linux/amd64, arm64, armhf]"),
        build("builder: b, platforms: [riscv64]"),
        build("builder: b, network: bridge, layer: true"),
        build("builder: b, layer: true, platforms: [armhf, arm64]"),
        build("builder: b, layer: false, platforms: [armhf]"),
        build("builder: b, format: zip, level: 0"),
        build("builder: b, format: tar.gz, level: 9"),
        build("builder: b, format: tar.zst, level: 19"),
        build("builder: b, level: 9"),
        build("builder: b, epoch: 0"),
        build("builder: b, epoch: 8589934591"),
        build("builder: b, timeout: 1s"),
        build("builder: b, timeout: 86400s"),
        build("builder: b, timeout: 1440m"),
        build("builder: b, timeout: 24h"),
        build("builder: b, memory: 16m, processes: 1"),
        build("builder: b, memory: 999999999g, processes: 1048576"),
        build("builder: b, sources: []"),
        source("url: 'https://example.org/a/jq-1.7.tar.gz?x=1', sha256: SHA"),
        source("url: 'http://127.0.0.1:8080/a~b/_x', sha256: SHA"),
        source("url: 'http://[::1]/x', sha256: SHA"),
        source("url: 'file:///srv/x.tar', sha256: SHA"),
        source("url: 'file:/srv/x.tar', sha256: SHA"),
        source("maven: 'g.h:a:1.0:zip', sha256: SHA"),
        source("maven: 'g.h:a:1.0:native-src:zip', sha256: SHA"));
  }

  private static Stream<String> badTop() {
    return Stream.of(
        "component: { hello: { } }",
        "components: [hello]",
        "components: hello",
        "- a list",
        "components: { hello: true }",
        "components: { hello: [x] }",
        "components: { Hello: { } }",
        "components: { -hello: { } }",
        "components: { he.llo: { } }",
        hello("input: [a]"),
        hello("inputs: a"),
        hello("inputs: ['']"),
        hello("inputs: [/a]"),
        hello("inputs: ['C:/a']"),
        hello("inputs: [..]"),
        hello("inputs: [../a]"),
        hello("inputs: [a/../b]"),
        hello("inputs: [a/..]"),
        hello("inputs: [a/]"),
        hello("inputs: [\"a\\0b\"]"),
        hello("inputs: [{ a: b }]"),
        hello("evaluation: Static"),
        hello("evaluation: sh"),
        hello("evaluation: [static]"),
        hello("evaluation: declared"),
        hello("environment: A"),
        hello("environment: [9A]"),
        hello("environment: [A=b]"),
        hello("environment: [A-B]"),
        hello("environment: [A, A]"),
        hello("environment: { A: b }"),
        hello("build: b"),
        hello("build: [b]"));
  }

  private static Stream<String> badSections() {
    return Stream.of(
        build("network: none"),
        build("builder: ''"),
        build("builder: [b]"),
        build("builder: b, platform: [linux/amd64]"),
        build("builder: b, platforms: linux/amd64"),
        build("builder: b, platforms: []"),
        build("builder: b, platforms: [linux/amd46]"),
        build("builder: b, platforms: [aarch64]"),
        build("builder: b, platforms: [amd64, amd64]"),
        build("builder: b, network: host"),
        build("builder: b, layer: yes"),
        build("builder: b, layer: 'true'"),
        build("builder: b, layer: 1"),
        build("builder: b, layer: True"),
        build("builder: b, layer: true, platforms: [armhf, riscv64]"),
        build("builder: b, format: rar"),
        build("builder: b, level: 10"),
        build("builder: b, level: -1"),
        build("builder: b, level: '6'"),
        build("builder: b, format: tar.zst, level: 0"),
        build("builder: b, format: tar.zst, level: 20"),
        build("builder: b, format: tar.gz, level: 10"),
        build("builder: b, epoch: -1"),
        build("builder: b, epoch: 8589934592"),
        build("builder: b, epoch: now"),
        build("builder: b, timeout: 10"),
        build("builder: b, timeout: 0m"),
        build("builder: b, timeout: 86401s"),
        build("builder: b, timeout: 1441m"),
        build("builder: b, timeout: 25h"),
        build("builder: b, timeout: 1d"),
        build("builder: b, timeout: 1 h"),
        build("builder: b, memory: 15m"),
        build("builder: b, memory: 4"),
        build("builder: b, memory: 4k"),
        build("builder: b, memory: 04g"),
        build("builder: b, processes: 0"),
        build("builder: b, processes: 1048577"),
        build("builder: b, processes: many"),
        build("builder: b, sources: { }"),
        build("builder: b, sources: [x]"));
  }

  private static Stream<String> badSources() {
    return Stream.of(
        source("sha256: SHA"),
        source("url: 'https://example.org/x'"),
        source("url: 'https://example.org/x', sha256: 0123"),
        source("url: 'https://example.org/x', sha256: XSHA"),
        source("url: 'https://example.org/x', md5: SHA, sha256: SHA"),
        source("url: 'https://example.org/x', maven: 'g:a:1:zip', sha256: SHA"),
        source("url: 'https://example.org/', sha256: SHA"),
        source("url: 'https://example.org', sha256: SHA"),
        source("url: 'https://me:pw@example.org/x', sha256: SHA"),
        source("url: 'ftp://example.org/x', sha256: SHA"),
        source("url: 'https:///x', sha256: SHA"),
        source("url: 'https://example.org/a b', sha256: SHA"),
        source("url: 'https://example.org/.x', sha256: SHA"),
        source("url: 'https://example.org/x|y', sha256: SHA"),
        source("url: 'file://host/x', sha256: SHA"),
        source("url: 'file:x', sha256: SHA"),
        source("url: 'x.tar.gz', sha256: SHA"),
        source("maven: 'g:a:1', sha256: SHA"),
        source("maven: 'g:a:1:c:zip:x', sha256: SHA"),
        source("maven: 'g:a::zip', sha256: SHA"),
        source("maven: 'g:../a:1:zip', sha256: SHA"));
  }

  static Stream<Arguments> corpus() {
    Stream<Arguments> good = Stream.concat(top(), sections()).map(yaml -> arguments(yaml, true));
    return Stream.concat(
        good,
        Stream.of(badTop(), badSections(), badSources())
            .flatMap(all -> all)
            .map(yaml -> arguments(yaml, false)));
  }

  @ParameterizedTest(name = "{0} is good: {1}")
  @MethodSource
  void corpus(String yaml, boolean good) {
    List<Problem> problems = read(yaml);
    List<String> complaints = schema.complaintsAboutYaml(yaml);

    assertThat(problems.isEmpty()).as("the readers say %s", problems).isEqualTo(good);
    assertThat(complaints.isEmpty()).as("the schema says %s", complaints).isEqualTo(good);
    assertThat(problems)
        .allSatisfy(problem -> assertThat(problem.location()).isInstanceOf(Location.InText.class));
  }

  /** What is good for the schema and not for the readers, and why a schema cannot say it. */
  static Stream<Arguments> beyondASchema() {
    return Stream.of(
        arguments("components: { nothing: { } }", "what it refers to is a file"),
        arguments(hello("inputs: ['a[z-a]']"), "a range is two numbers that are compared"),
        arguments(build("builder: b, platforms: [linux/amd64, amd64]"), "two names for one thing"),
        arguments(build("builder: b, level: 6.0"), "JSON has one kind of number"),
        arguments(
            build(
                "builder: b, sources: [{ url: 'http://a/x', sha256: %1$s }, { url: 'http://b/X', sha256: %1$s }]"
                    .formatted(SHA)),
            "the names of files stand inside of addresses"),
        arguments(
            source("url: 'http://a/x%zz/y', sha256: SHA"),
            "an address is read by its own grammar"));
  }

  @ParameterizedTest(name = "{0}: {1}")
  @MethodSource
  void beyondASchema(String yaml, String why) {
    assertThat(read(yaml)).as(why).isNotEmpty();
    assertThat(schema.complaintsAboutYaml(yaml)).as(why).isEmpty();
  }

  /** What the readers put up with and an editor should point at, and why. */
  static Stream<Arguments> beneathASchema() {
    return Stream.of(
        arguments("components:", "a key without a value counts as absent"),
        arguments(hello("inputs: "), "a key without a value counts as absent"),
        arguments(hello("build: { }"), "an empty section counts as absent"),
        arguments(hello("inputs: [2026]"), "a text that looks like a number is still a text"),
        arguments(hello("environment: [true]"), "a text that looks like a truth value is one"));
  }

  @ParameterizedTest(name = "{0}: {1}")
  @MethodSource
  void beneathASchema(String yaml, String why) {
    assertThat(read(yaml)).as(why).isEmpty();
    assertThat(schema.complaintsAboutYaml(yaml)).as(why).isNotEmpty();
  }

  static Stream<String> everyPlatform() {
    return Platforms.standard().all().stream()
        .flatMap(platform -> Stream.of(platform.name(), platform.shortName()));
  }

  @ParameterizedTest
  @MethodSource
  void everyPlatform(String name) {
    String yaml = build("builder: b, platforms: [" + name + "]");
    assertThat(schema.complaintsAboutYaml(yaml)).isEmpty();
    boolean layer =
        Platforms.standard().spelled(name).filter(BuildSettingsReader::runsOnLambda).isPresent();
    String asLayer = build("builder: b, layer: true, platforms: [" + name + "]");
    assertThat(schema.complaintsAboutYaml(asLayer).isEmpty()).isEqualTo(layer);
  }

  @Test
  void theQuickstartRepositoryKeepsToIt() throws IOException {
    Path file = Path.of("..", "it", "quickstart-repo", "config", "components.yaml");
    assertThat(schema.complaintsAboutYaml(Files.readString(file))).isEmpty();
  }

  private List<Problem> read(String yaml) {
    new ComponentRepository(folder)
        .with("components/hello/build.sh", "true\n")
        .with("components/my_c/build.sh", "true\n")
        .with("config/components.yaml", yaml + "\n");
    Problems problems = new Problems();
    Components components = Components.discover(new RepositoryRoot(folder), problems);
    BuildSettingsReader reader =
        new BuildSettingsReader(Platforms.standard(), BuildDefaults.read());
    for (Component component : components.all()) {
      if (!component.settings().build().isEmpty()) {
        reader.read(component, problems);
      }
    }
    return problems.all();
  }
}
