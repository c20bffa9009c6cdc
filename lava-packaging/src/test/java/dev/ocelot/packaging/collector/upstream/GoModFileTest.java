package dev.ocelot.packaging.collector.upstream;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ocelot.packaging.collector.upstream.GoModFile.Exclude;
import dev.ocelot.packaging.collector.upstream.GoModFile.Replace;
import dev.ocelot.packaging.collector.upstream.GoModFile.Require;
import dev.ocelot.problem.Location;
import dev.ocelot.problem.Problems;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class GoModFileTest {
  private static final String EVERY_FORM =
      """
            // a comment
            module "example.org/m" // behind

            go 1.24.2
            toolchain go1.24.4
            require example.org/single v1.0.0
            require (
            	example.org/a v0.1.0
            	example.org/b v1.2.3 // indirect
            	`example.org/c` v0.0.0-20150211160725-59788d5eb259 // indirect; why
            )
            replace example.org/a => ../a
            replace (
            	example.org/b v1.2.3 => example.org/fork v1.2.4
            )
            exclude example.org/c v0.9.0
            exclude (
            	example.org/d v0.8.0
            )
            retract [v1.0.0, v1.1.0]
            tool example.org/tool
            godebug default=go1.21
            """;

  private final Problems problems = new Problems();

  private Optional<GoModFile> read(String text) {
    return GoModFile.read(SourceText.of("go.mod", text), problems);
  }

  @Test
  void readsEveryFormOfDirective() {
    GoModFile file = read(EVERY_FORM).orElseThrow();
    assertThat(problems.all()).isEmpty();
    assertThat(file.module()).isEqualTo("example.org/m");
    assertThat(file.go()).isEqualTo("1.24.2");
    assertThat(file.toolchain()).isEqualTo("go1.24.4");
    assertThat(file.requires())
        .containsExactly(
            new Require("example.org/single", "v1.0.0", false, Location.of("go.mod", 6, 1)),
            new Require("example.org/a", "v0.1.0", false, Location.of("go.mod", 8, 2)),
            new Require("example.org/b", "v1.2.3", true, Location.of("go.mod", 9, 2)),
            new Require(
                "example.org/c",
                "v0.0.0-20150211160725-59788d5eb259",
                true,
                Location.of("go.mod", 10, 2)));
    assertThat(file.replaces())
        .containsExactly(
            new Replace("example.org/a", "", "../a", "", Location.of("go.mod", 12, 1)),
            new Replace(
                "example.org/b",
                "v1.2.3",
                "example.org/fork",
                "v1.2.4",
                Location.of("go.mod", 14, 2)));
    assertThat(file.excludes())
        .containsExactly(
            new Exclude("example.org/c", "v0.9.0", Location.of("go.mod", 16, 1)),
            new Exclude("example.org/d", "v0.8.0", Location.of("go.mod", 18, 2)));
  }

  @ParameterizedTest
  @CsvSource({
    "'go 1.21', go.mod, a module line",
    "'module m|requires x v1', go.mod:2:1, a directive",
    "'module m|require x', go.mod:2:1, a directive",
    "'module m|require (|  x v1 v2|)', go.mod:3:3, a directive",
    "'module m|replace => x', go.mod:2:1, replace A",
    "'module m|exclude x', go.mod:2:1, a directive"
  })
  void whatIsNoDirectiveIsAProblemWhereItStands(String text, String where, String expected) {
    assertThat(read(text.replace('|', '\n'))).isEmpty();
    assertThat(problems.all())
        .singleElement()
        .satisfies(
            problem -> {
              assertThat(problem.id()).isEqualTo(UpstreamProblems.INVALID);
              assertThat(problem.location()).hasToString(where);
              assertThat(problem.expected()).startsWith(expected);
            });
  }
}
