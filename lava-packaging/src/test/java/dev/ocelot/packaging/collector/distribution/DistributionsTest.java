package dev.ocelot.packaging.collector.distribution;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import dev.ocelot.problem.Location;
import dev.ocelot.problem.Problems;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class DistributionsTest {
  private final Problems problems = new Problems();
  private final Path folder;

  DistributionsTest(@TempDir Path folder) {
    this.folder = folder;
  }

  private Optional<Distributions> read(String yaml) {
    return Distributions.read(
        Samples.write(folder, "distributions.yaml", yaml), "distributions.yaml", problems);
  }

  private Distribution resolved(String yaml, String name) {
    return read(yaml).orElseThrow().resolve(name, problems).orElseThrow();
  }

  private static List<String> texts(Distribution distribution) {
    return distribution.tags().stream().map(DeclaredTag::text).toList();
  }

  /** Resolution: the cases T4, T5 and C2. */
  static Stream<Arguments> resolution() {
    String base = "base: { buildtags: [tag1] }\n";
    return Stream.of(
        arguments("T4", "d: { buildtags: [tag1, tag2] }", "tag1,tag2"),
        arguments("T5", base + "d: { base: base, buildtags: [tag2] }", "tag1,tag2"),
        arguments("T5, the same tag", base + "d: { base: base, buildtags: [tag1] }", "tag1"),
        arguments("T5, base below", "d: { base: base }\n" + base, "tag1"),
        arguments("C2 doubled", "d: { buildtags: [y, x, x] }", "x,y"),
        arguments("C2 no keys", "d: {}", ""),
        arguments("C2 no base", "d: { base: '', buildtags: [z] }", "z"),
        arguments("merged in", "a: &a { buildtags: [x] }\nd: { <<: *a, description: d }", "x"),
        arguments("bytes, not words", "d: { buildtags: [b, B, a.b, a_b] }", "B,a.b,a_b,b"));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource
  void resolution(String name, String yaml, String tags) {
    assertThat(resolved(yaml, "d").buildTags()).isEqualTo(tags);
    assertThat(Samples.errors(problems)).isEmpty();
  }

  /** C1. */
  static Stream<Arguments> shipped() {
    String minimal =
        "lambdacomponents.custom,lambdacomponents.exporter.otlphttp,lambdacomponents.processor.batch,"
            + "lambdacomponents.processor.decouple,lambdacomponents.receiver.otlp";
    return Stream.of(
        arguments(
            "default",
            "lambdacomponents.custom,lambdacomponents.exporter.debug,lambdacomponents.exporter.otlp,"
                + "lambdacomponents.exporter.otlphttp,lambdacomponents.extension.basicauth,"
                + "lambdacomponents.extension.sigv4auth,lambdacomponents.processor.attributes,"
                + "lambdacomponents.processor.batch,lambdacomponents.processor.decouple,"
                + "lambdacomponents.processor.filter,lambdacomponents.processor.memory_limiter,"
                + "lambdacomponents.processor.probabilistic_sampler,"
                + "lambdacomponents.processor.resource,lambdacomponents.processor.span,"
                + "lambdacomponents.receiver.otlp",
            ""),
        arguments("full", "lambdacomponents.all,lambdacomponents.custom", ""),
        arguments("minimal", minimal, ""),
        arguments(
            "minimal-clickhouse",
            minimal.replace("exporter.otlp", "exporter.clickhouse,lambdacomponents.exporter.otlp"),
            ""),
        arguments(
            "minimal-s3export",
            minimal.replace("exporter.otlp", "exporter.awss3,lambdacomponents.exporter.otlp"),
            ""),
        arguments(
            "minimal-forwarder",
            "lambdacomponents.connector.signaltometrics,lambdacomponents.connector.spaneventtolog,"
                + minimal.replace(
                    "lambdacomponents.processor.batch",
                    "lambdacomponents.extension.asmauthextension,lambdacomponents.processor.batch"),
            "forwarder.yaml"));
  }

  @ParameterizedTest(name = "C1 {0}")
  @MethodSource
  void shipped(String name, String tags, String configFile) {
    Distribution distribution = resolved(Samples.resource("shipped-distributions.yaml"), name);

    assertThat(distribution.buildTags()).isEqualTo(tags);
    assertThat(distribution.configFile()).isEqualTo(configFile);
    assertThat(distribution.description()).isNotEmpty().doesNotEndWith("\n");
    assertThat(problems.all()).isEmpty();
  }

  @Test
  void namesAreSortedAndMatchedWithoutCase() {
    Distributions distributions = read("zeta: {}\nAlpha: { base: zeta }\n").orElseThrow();

    assertThat(distributions.names()).containsExactly("Alpha", "zeta");
    assertThat(distributions.resolve("ALPHA", problems).orElseThrow().name()).isEqualTo("Alpha");
    assertThat(distributions.baseOf("Alpha")).contains("zeta");
    assertThat(distributions.baseOf("zeta")).isEmpty();
    assertThat(distributions.resolveAll(List.of(), problems))
        .extracting(Distribution::name)
        .containsExactly("Alpha", "zeta");
    assertThat(distributions.resolveAll(List.of("zeta", "all"), problems)).hasSize(2);
    assertThat(distributions.resolveAll(List.of("zeta", "ZETA"), problems)).hasSize(1);
    assertThat(problems.all()).isEmpty();
  }

  @Test
  void anUnknownNameIsAnsweredWithTheNearest() {
    Distributions distributions = read("minimal: {}\nfull: {}\n").orElseThrow();

    assertThat(distributions.resolve("minimul", problems)).isEmpty();
    assertThat(distributions.resolveAll(List.of("full", "moon"), problems)).hasSize(1);
    assertThat(Samples.all(problems))
        .containsExactly(
            "unknown-distribution: distributions.yaml: there is no distribution minimul"
                + " (got \"minimul\", expected full, minimal)",
            "unknown-distribution: distributions.yaml: there is no distribution moon"
                + " (got \"moon\", expected full, minimal)");
    assertThat(Samples.remedies(problems)).containsExactly("Write minimal for minimul");
  }

  /** The nearest word wins; only tags and the configuration are inherited. */
  @Test
  void takesTagsAndConfigurationFromTheBase() {
    String yaml =
        """
        a: { description: A, buildtags: [x], config-file: a.yaml }
        b: { base: a, buildtags: [y, x] }
        c: { base: b, config-file: c.yaml }
        d: { base: b, config-file: "" }
        """;
    Distribution b = resolved(yaml, "b");
    assertThat(b)
        .isEqualTo(
            new Distribution(
                "b",
                "",
                List.of(
                    new DeclaredTag("x", Location.of("distributions.yaml", 1, 34)),
                    new DeclaredTag("y", Location.of("distributions.yaml", 2, 27))),
                "a.yaml",
                Location.of("distributions.yaml", 1, 51),
                Location.of("distributions.yaml", 2, 1)));
    assertThat(resolved(yaml, "c").configFile()).isEqualTo("c.yaml");
    assertThat(resolved(yaml, "d").configFile()).isEmpty();
    assertThat(resolved(yaml, "d").configFileAt()).isEqualTo(Location.NONE);
    assertThat(texts(resolved(yaml, "d"))).containsExactly("x", "y");
    assertThat(problems.all()).isEmpty();
  }

  @Test
  void aTagThatIsNamedTwiceIsAWarning() {
    assertThat(read("d: { buildtags: [x, x] }")).isPresent();
    assertThat(Samples.all(problems))
        .containsExactly(
            "config-invalid: distributions.yaml:1:21: distribution d names the tag x twice");
  }

  @Test
  void aMissingFileIsNamed() {
    assertThat(Distributions.read(folder.resolve("no.yaml"), "config/no.yaml", problems)).isEmpty();
    assertThat(Samples.all(problems))
        .containsExactly("input-missing: config/no.yaml: config/no.yaml does not exist");
  }

  /** Files and definitions of another shape: T7 and C3. */
  static Stream<Arguments> shapes() {
    return Stream.of(
        arguments("T7 syntax", "invalid: [unclosed list", "config-invalid: distributions.yaml:1:"),
        arguments(
            "empty file",
            "",
            "config-invalid: distributions.yaml: distributions.yaml declares no distribution"),
        arguments("list at the top", "- a", "config-invalid: distributions.yaml:1:1: the file"),
        arguments("scalar at the top", "a", "config-invalid: distributions.yaml:1:1: the file"),
        arguments(
            "C3 null definition",
            "a:",
            "config-invalid: distributions.yaml:1:3: distribution a has"),
        arguments(
            "definition is a list",
            "a: [x]",
            "config-invalid: distributions.yaml:1:4: distribution a has no definition"
                + " (got a list, expected a mapping with buildtags)"),
        arguments(
            "definition is a scalar",
            "a: x",
            "config-invalid: distributions.yaml:1:4: distribution a has no definition"
                + " (got \"x\", expected a mapping with buildtags)"));
  }

  /** Bases: C3, T6 and T7. */
  static Stream<Arguments> bases() {
    return Stream.of(
        arguments(
            "T7 base is a number",
            "a: { base: 123 }",
            "config-invalid: distributions.yaml:1:12: base of distribution a has the wrong value"
                + " (got \"123\", expected a text)"),
        arguments(
            "base is a number in another notation",
            "a: { base: 0x1F }",
            "config-invalid: distributions.yaml:1:12: base of distribution a has the wrong value"),
        arguments(
            "unknown base",
            "a: { base: zz }",
            "unknown-distribution: distributions.yaml:1:12: distribution a has a base that does not"
                + " exist (got \"zz\", expected a)"),
        arguments(
            "C3 own base",
            "a: { base: a }",
            "config-invalid: distributions.yaml:1:12: distributions have one another as base:"
                + " a -> a"),
        arguments(
            "T6 loop",
            "a: { base: b }\nb: { base: a }",
            "config-invalid: distributions.yaml:1:12: distributions have one another as base:"
                + " a -> b -> a"),
        arguments(
            "loop with a way into it",
            "x: { base: a }\na: { base: b }\nb: { base: a }\ny: { base: x }",
            "config-invalid: distributions.yaml:2:12: distributions have one another as base:"
                + " a -> b -> a"));
  }

  /** Values, and what no command may be given: C3 and T7. */
  static Stream<Arguments> values() {
    return Stream.of(
        arguments(
            "T7 buildtags is a text",
            "a: { buildtags: notalist }",
            "config-invalid: distributions.yaml:1:17: buildtags of distribution a are not a list"
                + " (got \"notalist\", expected a list of tags)"),
        arguments(
            "C3 null buildtags",
            "a: { buildtags: ~ }",
            "config-invalid: distributions.yaml:1:17: buildtags of distribution a are not a list"
                + " (got nothing, expected a list of tags)"),
        arguments(
            "numbers among tags",
            "a: { buildtags: [x, 12] }",
            "config-invalid: distributions.yaml:1:21: a build tag of distribution a has the wrong"
                + " value (got \"12\", expected a tag of letters, digits, dots and underscores)"),
        arguments(
            "a shell in a tag",
            "a: { buildtags: ['x;y'] }",
            "config-invalid: distributions.yaml:1:18: a build tag of distribution a is not one of"
                + " Go's (got \"x;y\", expected a tag of letters, digits, dots and underscores)"),
        arguments(
            "two tags in one",
            "a: { buildtags: ['x,y'] }",
            "config-invalid: distributions.yaml:1:18: a build tag of distribution a is not one of"),
        arguments(
            "nothing as tag",
            "a: { buildtags: [''] }",
            "config-invalid: distributions.yaml:1:18: a build tag of distribution a is not one of"),
        arguments(
            "description is a list",
            "a: { description: [x] }",
            "config-invalid: distributions.yaml:1:19: description of distribution a has the wrong"),
        arguments(
            "config file outside",
            "a: { config-file: ../x.yaml }",
            "config-invalid: distributions.yaml:1:19: config-file of distribution a is not a file"
                + " name (got \"../x.yaml\", expected the name of a file in config/examples)"));
  }

  /** Keys and names. */
  static Stream<Arguments> keys() {
    return Stream.of(
        arguments(
            "unknown key",
            "a: { build-tags: [x] }",
            "config-invalid: distributions.yaml:1:6: unknown key \"build-tags\" in distribution a"
                + " (got \"build-tags\", expected base, buildtags, config-file, description)"),
        arguments(
            "wrapper",
            "distributions:\n  a: { buildtags: [x] }",
            "config-invalid: distributions.yaml:1:1: the key \"distributions\" does not belong into"
                + " this file (got \"distributions\", expected the names of distributions)"),
        arguments("twice", "a: {}\na: {}", "config-invalid: distributions.yaml:2:1: "),
        arguments(
            "differs in case",
            "a: {}\nA: {}",
            "config-invalid: distributions.yaml:2:1: the distributions a and A differ only in case"),
        arguments("name is a path", "a/b: {}", "config-invalid: distributions.yaml:1:1: a"),
        arguments("name is hidden", "..: {}", "config-invalid: distributions.yaml:1:1: a"),
        arguments("no tag for git", "a..b: {}", "config-invalid: distributions.yaml:1:1: a"));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource({"shapes", "bases", "values", "keys"})
  void errors(String name, String yaml, String message) {
    assertThat(read(yaml)).isEmpty();
    assertThat(Samples.all(problems)).singleElement().asString().startsWith(message);
  }

  /** The remedies that a reader is given. */
  static Stream<Arguments> advice() {
    return Stream.of(
        arguments("a: { build-tags: [x] }", "Write buildtags for build-tags"),
        arguments("a: { configfile: x }", "Write config-file for configfile"),
        arguments("minimal: {}\na: { base: minimaal }", "Write minimal for minimaal"),
        arguments(
            "distributions: { a: {} }",
            "Remove the line distributions: and move what is below it to the left"));
  }

  @ParameterizedTest
  @MethodSource
  void advice(String yaml, String remedy) {
    assertThat(read(yaml)).isEmpty();
    assertThat(Samples.remedies(problems)).containsExactly(remedy);
  }

  @Test
  void saysEverythingAtOnce() {
    assertThat(read("a: { bas: x, buildtags: [1, '?'] }\nb:\nc/d: []\n")).isEmpty();
    assertThat(Samples.all(problems)).hasSize(6);
  }

  /** Two loops are two problems, and a base that is missing does not hide them. */
  @Test
  void saysEachLoopOnce() {
    String yaml =
        "a: { base: a }\nb: { base: c }\nc: { base: b }\nd: { base: e }\nf: { base: c }\n";
    assertThat(read(yaml)).isEmpty();
    assertThat(Samples.all(problems))
        .hasSize(3)
        .anyMatch(text -> text.endsWith("a -> a"))
        .anyMatch(text -> text.endsWith("b -> c -> b"))
        .anyMatch(text -> text.contains("distribution d has a base"));
  }
}
