package dev.ocelot.packaging.collector.upstream;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ocelot.problem.Location;
import dev.ocelot.problem.Problems;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ModuleVersionsTest {
  private static final Location WHERE = Location.of("config/component_dependencies.yaml", 4, 7);

  private final Problems problems = new Problems();
  private final ModuleVersions versions =
      new ModuleVersions(
          GoModFile.read(
                  SourceText.of(
                      "go.mod",
                      """
                      module m
                      require (
                        go.opentelemetry.io/collector/component v1.32.0
                        go.opentelemetry.io/collector/otelcol v0.126.0
                        go.opentelemetry.io/collector/config/configgrpc v1.64.0
                        go.uber.org/zap v1.27.0
                        github.com/open-telemetry/opentelemetry-collector-contrib/x/old v0.99.0
                      )
                      """),
                  problems)
              .orElseThrow(AssertionError::new),
          "v0.126.0");

  @ParameterizedTest
  @CsvSource({
    "go.uber.org/zap, v1.27.0",
    "go.opentelemetry.io/collector/component, v1.32.0",
    "go.opentelemetry.io/collector/config/configgrpc, v1.64.0",
    "go.opentelemetry.io/collector, v0.126.0",
    "go.opentelemetry.io/collector/exporter/debugexporter, v0.126.0",
    "go.opentelemetry.io/collector/pdata, v1.32.0",
    "go.opentelemetry.io/collector/confmap/provider/envprovider, v1.32.0",
    "github.com/open-telemetry/opentelemetry-collector-contrib/exporter/awss3exporter, v0.126.0",
    "github.com/open-telemetry/opentelemetry-collector-contrib/x/old, v0.99.0"
  })
  void aModuleGetsTheVersionOfItsNeighbours(String module, String version) {
    assertThat(versions.versionFor(module, WHERE, problems)).contains(version);
    assertThat(problems.all()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "github.com/dev7a/otelcol-ext-asmauth",
    "go.opentelemetry.io/collectors",
    "github.com/open-telemetry/opentelemetry-collector-contrib"
  })
  void aModuleWithoutNeighboursIsAProblemWhereItIsDeclared(String module) {
    assertThat(versions.versionFor(module, WHERE, problems)).isEmpty();
    assertThat(problems.all())
        .singleElement()
        .hasToString(
            "config-invalid: "
                + WHERE
                + ": "
                + module
                + " has no version, and upstream requires no such module");
  }

  @Test
  void withoutAnyStableModuleThereIsNoStableVersion() {
    GoModFile none = GoModFile.read(SourceText.of("go.mod", "module m\n"), problems).orElseThrow();
    ModuleVersions unpaired = new ModuleVersions(none, "v0.126.0");
    assertThat(unpaired.versionFor("go.opentelemetry.io/collector/pdata", WHERE, problems))
        .isEmpty();
    assertThat(problems.all()).hasSize(1);
  }
}
