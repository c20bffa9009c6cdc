package dev.ocelot.packaging.collector.upstream;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ocelot.problem.Problem;
import dev.ocelot.problem.Problems;
import dev.ocelot.problem.Remedy;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class UpstreamReaderTest {
  private static final String SHOWN = "https://github.com/example/upstream.git@main:";

  private final SmallUpstream small;
  private final Problems problems = new Problems();

  UpstreamReaderTest(@TempDir Path root) throws IOException {
    this.small = SmallUpstream.in(root);
  }

  private Optional<Upstream> read() {
    return UpstreamReader.read(small.root(), small.revision(), problems);
  }

  @Test
  void readsWhatALayerIsBuiltFrom() {
    Upstream upstream = read().orElseThrow(() -> new AssertionError(problems.all().toString()));
    assertThat(problems.all()).isEmpty();
    assertThat(upstream.collectorVersion()).isEqualTo("v0.42.0");
    assertThat(upstream.goMod().go()).isEqualTo("1.24.2");
    assertThat(upstream.wrappers())
        .extracting(wrapper -> wrapper.kind() + "/" + wrapper.fileName())
        .containsExactly("exporter/otlphttp.go", "processor/memorylimiter.go");
    assertThat(upstream.vocabulary().tags())
        .contains("lambdacomponents.custom", "lambdacomponents.all")
        .contains("lambdacomponents.receiver.all", "lambdacomponents.processor.memorylimiter")
        .hasSize(9);
    assertThat(upstream.recipe().environment())
        .isEqualTo(Map.of("CGO_ENABLED", "0", "GO111MODULE", "on", "GOOS", "linux"));
    assertThat(upstream.recipe().flags()).containsExactly("-trimpath");
    assertThat(upstream.recipe().ldflags("c0ffee", "v0.42.0"))
        .isEqualTo(
            "-s -w -X main.GitHash=c0ffee -X main.Version=v0.42.0"
                + " -X example.org/x.distribution=small");
    assertThat(
            Stream.of("config.yaml", "config-2.yaml", "go.mod", ".config", "myconfig")
                .filter(upstream.recipe()::isConfigFile))
        .containsExactly("config.yaml", "config-2.yaml");
  }

  @ParameterizedTest
  @CsvSource({
    "'require go.opentelemetry.io/collector/otelcol v0.42.0', v0.42.0",
    "'require (|go.opentelemetry.io/collector/otelcol v0.1.0 // indirect|)', v0.1.0",
    "'require go.opentelemetry.io/collector/otelcol latest', ''",
    "'require go.opentelemetry.io/collector/otelcoltest v0.42.0', ''",
    "'', ''"
  })
  void theVersionIsThatOfOtelcol(String require, String version) throws IOException {
    small.file("go.mod", "module m\n" + require.replace('|', '\n') + "\n");
    assertThat(read().map(Upstream::collectorVersion).orElse("")).isEqualTo(version);
    if (version.isEmpty()) {
      assertThat(problem().toString())
          .startsWith("upstream-invalid: " + SHOWN + "collector/go.mod: upstream does not say");
    }
  }

  private Problem problem() {
    assertThat(problems.all()).hasSize(1);
    Problem problem = problems.all().get(0);
    assertThat(problem.remedy()).isNotEqualTo(Remedy.NONE);
    return problem;
  }

  @ParameterizedTest
  @CsvSource({"Makefile", "go.mod", "lambdacomponents", "Makefile.Common"})
  void whatIsMissingIsNamed(String name) throws IOException {
    Files.move(small.root().resolve("collector/" + name), small.root().resolve("away"));
    assertThat(read()).isEmpty();
    assertThat(problem().toString())
        .startsWith("upstream-invalid: " + SHOWN + "collector/" + name + ": upstream has no");
  }

  @Test
  void withoutACollectorThereIsNothingToRead() throws IOException {
    Files.move(small.root().resolve("collector"), small.root().resolve("collectors"));
    assertThat(read()).isEmpty();
    assertThat(problem().message()).isEqualTo("upstream has no collector");
  }

  /** A change of the makefile, and what a reader is told. */
  record Change(String from, String to, String says) {}

  static List<Change> changes() {
    return List.of(
        new Change("set-otelcol-version:", "set-version:", "no target 'set-otelcol-version'"),
        new Change("package: build", "pakage: build", "no target 'package' (got none: pakage?"),
        new Change("build: clean", "biuld: clean", "no target 'build'"),
        new Change("collector/otelcol v\"", "collector/service v\"", "set in a way that is not"),
        new Change("cat VERSION", "date", "Makefile:5:1: the makefile holds what cannot be told"),
        new Change("MAIN = main", "MAIN = $(shell ./evil)", "got $(shell ./evil)"),
        new Change("MAIN = main", "MAIN = $(MAIN)", "cannot be told without running it"),
        new Change("MAIN = main", "OTHER = main", "got $(MAIN)"),
        new Change("MAIN = main", "ifdef X\nMAIN = main\nendif", "got $(MAIN)"),
        new Change("build: clean", "build: generate clean", "a target is needed that is not known"),
        new Change("\tmkdir -p $(OUT)/extensions", "\t./prepare.sh", "got ./prepare.sh"),
        new Change(" -o $(OUT)/extensions .", " -o /tmp/x .", "does something that is not known"),
        new Change("GOARCH=$(GOARCH) $(GO)", "$(GO)", "does something that is not known"),
        new Change("cp config* $(OUT)", "cp *.yaml $(OUT)", "got cp *.yaml"),
        new Change("\tcp config* $(OUT)/collector-config\n", "", "copies no configuration"),
        new Change("include ./Makefile.Common", "include ../../x", "included makefile cannot"),
        new Change("include ./Makefile.Common", "include $(X)", "included makefile cannot"));
  }

  @ParameterizedTest
  @MethodSource("changes")
  void aMakefileThatDoesSomethingElseIsAProblem(Change change) throws IOException {
    assertThat(SmallUpstream.MAKEFILE).contains(change.from());
    small.file("Makefile", SmallUpstream.MAKEFILE.replace(change.from(), change.to()));
    assertThat(read()).isEmpty();
    assertThat(problems.all())
        .anySatisfy(
            found ->
                assertThat(found.toString())
                    .startsWith("upstream-invalid: " + SHOWN + "collector/Makefile")
                    .contains(change.says()));
  }

  @Test
  void anUpstreamBeforeTagsHasNoVocabulary() throws IOException {
    for (String file : List.of("custom.go", "processor/memorylimiter.go", "exporter/otlphttp.go")) {
      Files.delete(small.root().resolve("collector/lambdacomponents/" + file));
    }
    small.file("lambdacomponents/default.go", "package x\n");
    assertThat(read().orElseThrow().vocabulary().tags()).isEmpty();
  }
}
