package dev.ocelot.packaging.collector.distribution;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import dev.ocelot.packaging.schema.PublishedSchema;
import dev.ocelot.problem.Location;
import dev.ocelot.problem.Problems;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class ComponentModulesTest {
  private static final String TAG = "lambdacomponents.exporter.x";

  private final Problems problems = new Problems();
  private final Path folder;

  ComponentModulesTest(@TempDir Path folder) {
    this.folder = folder;
  }

  private Optional<ComponentModules> read(String yaml) {
    return ComponentModules.read(Samples.write(folder, "deps.yaml", yaml), "deps.yaml", problems);
  }

  private static String with(String module) {
    return "dependencies: { " + TAG + ": " + module + " }";
  }

  @Test
  void readsModulesAndOverrides() {
    ComponentModules modules =
        read("""
                dependencies:
                  lambdacomponents.receiver.b: example.com/b@v1.2.3
                  lambdacomponents.exporter.a: [example.com/a, example.com/b@v1.2.3]
                  lambdacomponents.exporter.none: []
                overrides:
                  golang.org/x/net: { version: v0.38.0, reason: CVE-2025-22872 }
                """)
            .orElseThrow();

    assertThat(problems.all()).isEmpty();
    assertThat(modules.tags())
        .containsExactly(
            "lambdacomponents.exporter.a",
            "lambdacomponents.exporter.none",
            "lambdacomponents.receiver.b");
    assertThat(modules.modules(modules.tags()))
        .containsExactly(
            new DeclaredModule("example.com/a", "", Location.of("deps.yaml", 3, 33)),
            new DeclaredModule("example.com/b", "v1.2.3", Location.of("deps.yaml", 3, 48)));
    assertThat(modules.modules(Set.of("lambdacomponents.exporter.none", "custom"))).isEmpty();
    assertThat(modules.location("lambdacomponents.receiver.b"))
        .isEqualTo(Location.of("deps.yaml", 2, 3));
    assertThat(modules.location("custom")).isEqualTo(Location.NONE);
    assertThat(modules.overrides())
        .containsExactly(
            new ModuleOverride(
                "golang.org/x/net", "v0.38.0", "CVE-2025-22872", Location.of("deps.yaml", 6, 23)));
  }

  @Test
  void readsWhatGoesWithTheShippedDistributions() {
    ComponentModules modules =
        read(Samples.resource("shipped-component-dependencies.yaml")).orElseThrow();

    assertThat(modules.tags()).hasSize(5);
    assertThat(modules.modules(modules.tags()))
        .extracting(DeclaredModule::toString)
        .contains("github.com/dev7a/otelcol-con-spaneventtolog@v0.6.0")
        .hasSize(5);
  }

  /** C4. */
  @ParameterizedTest
  @ValueSource(strings = {"0.126.0", "v0.126.0"})
  void aModuleWithoutVersionIsPairedWithUpstream(String paired) {
    assertThat(new DeclaredModule("M", "", Location.NONE).required(paired)).isEqualTo("M@v0.126.0");
    assertThat(new DeclaredModule("M", "v0.6.0", Location.NONE).required(paired))
        .isEqualTo("M@v0.6.0");
  }

  /** Modules that Go takes, by the rules of golang.org/x/mod. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "example.com/a",
        "example.com",
        "example.com/A_b~c.d-e",
        "example.com/a/v2",
        "example.com/a/v2@v2.0.0",
        "example.com/a@v0.0.0-20250101000000-0123456789ab",
        "example.com/a@v1.2.3-rc.1",
        "example.com/a@v1.2.4-0.20250101000000-0123456789ab",
        "example.com/a@v2.0.0+incompatible",
        "gopkg.in/yaml.v3@v3.0.1",
        "gopkg.in/check.v1@v0.0.0-20201130134442-10cb98267c6c",
        "example.com/vendor/v"
      })
  void takesWhatGoTakes(String module) {
    assertThat(read(with(module))).as("%s", problems.all()).isPresent();
  }

  static Stream<Arguments> modules() {
    String path = "this is not the path of a Go module";
    return Stream.of(
        arguments("''", path),
        arguments("a", path),
        arguments("Example.com/a", path),
        arguments("-x.com/a", path),
        arguments("example.com/a b", path),
        arguments("'example.com/a;rm'", path),
        arguments("'example.com/$(id)'", path),
        arguments("'example.com/`id`'", path),
        arguments("\"example.com/a\\n\"", path),
        arguments("'example.com/a&b'", path),
        arguments("example.com//a", path),
        arguments("example.com/a/", path),
        arguments("/example.com/a", path),
        arguments("example.com/../a", path),
        arguments("example.com/.a", path),
        arguments("example.com/a.", path),
        arguments("example.com/con.d", path),
        arguments("example.com/a~1", path),
        arguments("example.com/a/v1", path),
        arguments("example.com/a/v02", path),
        arguments("example.com/a/v2.1", path),
        arguments("gopkg.in/yaml", path),
        arguments("example.com/ä", path),
        arguments("'example.com/a@'", "this is not a version of example.com/a"),
        arguments("example.com/a@latest", "this is not a version of example.com/a"),
        arguments("example.com/a@main", "this is not a version of example.com/a"),
        arguments("example.com/a@v1", "this is not a version of example.com/a"),
        arguments("example.com/a@v1.2", "this is not a version of example.com/a"),
        arguments("example.com/a@v1.02.3", "this is not a version of example.com/a"),
        arguments("example.com/a@v1.2.3-01", "this is not a version of example.com/a"),
        arguments("example.com/a@v1.2.3+meta", "this is not a version of example.com/a"),
        arguments("example.com/a@1.2.3", "this is not a version of example.com/a"),
        arguments("'example.com/a@v1.2.3 x'", "this is not a version of example.com/a"),
        arguments("example.com/a@v1.2.3@v1.2.4", "this is not a version of example.com/a"),
        arguments("example.com/a@v2.0.0", "example.com/a cannot have the version v2.0.0"),
        arguments("example.com/a/v3@v2.0.0", "example.com/a/v3 cannot have the version v2.0.0"),
        arguments("example.com/a/v2@v2.0.0+incompatible", "example.com/a/v2 cannot have"),
        arguments("gopkg.in/yaml.v3@v2.0.0", "gopkg.in/yaml.v3 cannot have the version v2.0.0"));
  }

  @ParameterizedTest
  @MethodSource
  void modules(String module, String message) {
    assertThat(read(with(module))).isEmpty();
    assertThat(Samples.all(problems))
        .singleElement()
        .asString()
        .startsWith("config-invalid: deps.yaml:1:46: " + message);
  }

  /** What was soft is an error at its place. */
  static Stream<Arguments> dependencies() {
    return Stream.of(
        arguments("a: [", "config-invalid: deps.yaml:"),
        arguments("", "config-invalid: deps.yaml: deps.yaml declares no components"),
        arguments("dependencies:", "config-invalid: deps.yaml: deps.yaml declares no components"),
        arguments("dependencies: []", "config-invalid: deps.yaml:1:15: "),
        arguments(
            "dependencies: {}\nmore: 1", "config-invalid: deps.yaml:2:1: unknown key \"more\""),
        arguments(
            with("~"),
            "config-invalid: deps.yaml:1:46: " + TAG + " names no modules (got nothing, expected"),
        arguments(with("{ a: b }"), "config-invalid: deps.yaml:1:46: the modules of " + TAG),
        arguments(with("12"), "config-invalid: deps.yaml:1:46: a module of " + TAG + " has the"),
        arguments(with("[[a]]"), "config-invalid: deps.yaml:1:47: a module of " + TAG + " has the"),
        arguments(
            "dependencies: { lambdacomponents.exporters.x: a.b/c }",
            "config-invalid: deps.yaml:1:17: this is not the build tag of a component"
                + " (got \"lambdacomponents.exporters.x\", expected"
                + " lambdacomponents.{connector,exporter,processor,receiver,extension}.<name>)"),
        arguments(
            "dependencies: { exporter.x: a.b/c }",
            "config-invalid: deps.yaml:1:17: this is not the build tag of a component"),
        arguments(
            "dependencies: { lambdacomponents.exporter.x.y: a.b/c }",
            "config-invalid: deps.yaml:1:17: this is not the build tag of a component"),
        arguments(
            "dependencies:\n  lambdacomponents.exporter.x: a.b/c@v1.0.0\n"
                + "  lambdacomponents.exporter.y: a.b/c",
            "config-invalid: deps.yaml:3:32: the module a.b/c is named at deps.yaml:2:32 otherwise"
                + " (got no version, expected v1.0.0)"));
  }

  static Stream<Arguments> overrides() {
    return Stream.of(
        arguments(
            "overrides: { a.b/c: v1.0.0 }", "config-invalid: deps.yaml:1:21: the override of"),
        arguments(
            "overrides: { a.b/c: { version: v1.0.0 } }",
            "config-invalid: deps.yaml:1:21: the override of a.b/c says no reason"),
        arguments(
            "overrides: { a.b/c: { reason: CVE } }",
            "config-invalid: deps.yaml:1:21: the override of a.b/c says no version"),
        arguments(
            "overrides: { a.b/c: { version: v1.0.0, reason: '' } }",
            "config-invalid: deps.yaml:1:48: the override of a.b/c says no reason"),
        arguments(
            "overrides: { a.b/c: { version: latest, reason: CVE } }",
            "config-invalid: deps.yaml:1:32: this is not a version of a.b/c"),
        arguments(
            "overrides: { a.b/c: { version: v1.0.0, reason: CVE, why: x } }",
            "config-invalid: deps.yaml:1:53: unknown key \"why\" in override of a.b/c"),
        arguments(
            "overrides: { 'a b': { version: v1.0.0, reason: CVE } }",
            "config-invalid: deps.yaml:1:14: this is not the path of a Go module"));
  }

  @ParameterizedTest
  @MethodSource({"dependencies", "overrides"})
  void errors(String yaml, String message) {
    assertThat(read(yaml)).isEmpty();
    assertThat(Samples.all(problems)).singleElement().asString().startsWith(message);
  }

  static Stream<Arguments> advice() {
    return Stream.of(
        arguments(with("a.b/c@0.6.0"), "Write v0.6.0 for 0.6.0"),
        arguments(
            with("a.b/c@latest"),
            "Write the version that is meant: the same file must give the same layer tomorrow;"
                + " go list -m -versions a.b/c lists them"),
        arguments(with("~"), "Write [] for a component that needs no module"),
        arguments("dependency: {}", "Write dependencies: {} if none are added"),
        arguments(
            "dependencies: { lambdacomponent.exporters.x: a.b/c }",
            "Write lambdacomponents.exporter.x for lambdacomponent.exporters.x"));
  }

  @ParameterizedTest
  @MethodSource
  void advice(String yaml, String remedy) {
    assertThat(read(yaml)).isEmpty();
    assertThat(Samples.remedies(problems)).contains(remedy);
  }

  @Test
  void aMissingFileIsNamed() {
    assertThat(ComponentModules.read(folder.resolve("no"), "config/no", problems)).isEmpty();
    assertThat(Samples.all(problems))
        .containsExactly("input-missing: config/no: config/no does not exist");
  }

  /** T1 to T3, and what follows from the rule. */
  static Stream<Arguments> selection() {
    String aws = "lambdacomponents.connector.aws";
    String gcp = "lambdacomponents.connector.gcp";
    String clickhouse = "lambdacomponents.exporter.clickhouse";
    String wholeKind = "lambdacomponents.processor.all";
    List<String> three = List.of(aws, gcp, clickhouse);
    return Stream.of(
        arguments("T1", Set.of("lambdacomponents.all"), three, three),
        arguments("T2", Set.of("lambdacomponents.connector.all"), three, List.of(aws, gcp)),
        arguments("T3", Set.of(clickhouse), three, List.of(clickhouse)),
        arguments("none", Set.of(), three, List.of()),
        arguments("upstream's own", Set.of("lambdacomponents.custom", "x"), three, List.of()),
        arguments("all of a kind", Set.of(wholeKind), List.of(wholeKind), List.of(wholeKind)),
        arguments("part of a word", Set.of("connector.all"), three, List.of()));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource
  void selection(String name, Set<String> active, List<String> declared, List<String> selected) {
    StringBuilder yaml = new StringBuilder("dependencies:\n");
    declared.forEach(tag -> yaml.append("  ").append(tag).append(": a.b/c\n"));

    assertThat(Selection.of(active, read(yaml.toString()).orElseThrow()))
        .containsExactlyElementsOf(selected);
    assertThat(Selection.of(active, ComponentModules.NONE)).isEmpty();
  }

  /** Documents that reader and schema judge alike; that versions agree no schema knows. */
  static Stream<Arguments> corpus() {
    String override = "overrides: { a.b/c: { version: v1.0.0, reason: CVE } }";
    return Stream.of(
        arguments(true, Samples.resource("shipped-component-dependencies.yaml")),
        arguments(true, "dependencies: {}"),
        arguments(true, override),
        arguments(true, "dependencies:\n" + override),
        arguments(true, with("[]")),
        arguments(true, with("a.b/c")),
        arguments(true, with("[a.b/c, a.b/d@v1.0.0-rc.1]")),
        arguments(true, with("a.b/c@v2.0.0+incompatible")),
        arguments(true, "dependencies: { lambdacomponents.exporter.all: a.b/c }"),
        arguments(false, ""),
        arguments(false, "{}"),
        arguments(false, "[]"),
        arguments(false, "dependencies:"),
        arguments(false, "dependencies: x"),
        arguments(false, "dependencies: { lambdacomponents.other.x: a.b/c }"),
        arguments(false, "dependencies: { lambdacomponents.exporter.x-y: a.b/c }"),
        arguments(false, "dependencies: { lambdacomponents.exporter: a.b/c }"),
        arguments(false, "dependencies: {}\nmore: {}"),
        arguments(false, with("")),
        arguments(false, with("1")),
        arguments(false, with("[~]")),
        arguments(false, with("{}")),
        arguments(false, with("ab")),
        arguments(false, with("a.b/c@latest")),
        arguments(false, with("'a.b/c d'")),
        arguments(false, with("'a.b/c|d'")),
        arguments(false, with("a.b//c")),
        arguments(false, "overrides: { a.b/c: }"),
        arguments(false, "overrides: { a.b/c: { version: v1.0.0 } }"),
        arguments(false, "overrides: { a.b/c: { version: v1.0.0, reason: ' ' } }"),
        arguments(false, "overrides: { a.b/c: { version: v1.0.0, reason: 1 } }"),
        arguments(false, "overrides: { a.b/c: { version: 1.0.0, reason: CVE } }"),
        arguments(false, "overrides: { a.b/c: { version: v1.0.0, reason: CVE, x: y } }"),
        arguments(false, "overrides: { a: { version: v1.0.0, reason: CVE } }"));
  }

  @ParameterizedTest
  @MethodSource
  void corpus(boolean good, String yaml) {
    assertThat(read(yaml).isPresent()).as("reader %s", problems.all()).isEqualTo(good);
    List<String> complaints =
        new PublishedSchema("component_dependencies").complaintsAboutYaml(yaml);
    assertThat(complaints.isEmpty()).as("schema %s", complaints).isEqualTo(good);
  }
}
