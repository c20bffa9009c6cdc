package dev.ocelot.packaging.collector.distribution;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.entry;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import dev.ocelot.problem.Location;
import dev.ocelot.problem.Problems;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class ReleaseInfoTest {
  private final Problems problems = new Problems();

  private static Distribution minimal(String description) {
    List<DeclaredTag> tags =
        List.of(new DeclaredTag("a", Location.NONE), new DeclaredTag("b", Location.NONE));
    return new Distribution(
        "minimal", description, tags, "", Location.NONE, Location.of("d.yaml", 1, 1));
  }

  /** C5, whatever the number of leading letters. */
  static Stream<Arguments> names() {
    return Stream.of(
        arguments("v0.126.0", "beta", "minimal-v0.126.0-beta", "minimal | 0.126.0 | beta"),
        arguments("0.126.0", "prod", "minimal-v0.126.0-prod", "minimal | 0.126.0 | prod"),
        arguments("vv0.126.0", "a_b", "minimal-v0.126.0-a_b", "minimal | 0.126.0 | a_b"),
        arguments("v1.0.0-rc.1", "x", "minimal-v1.0.0-rc.1-x", "minimal | 1.0.0-rc.1 | x"));
  }

  @ParameterizedTest(name = "C5 {0} {1}")
  @MethodSource
  void names(String version, String group, String tag, String title) {
    ReleaseInfo info = ReleaseInfo.of(minimal("For x"), version, group, problems).orElseThrow();

    assertThat(problems.all()).isEmpty();
    assertThat(info.values())
        .containsExactly(
            entry("tag", tag),
            entry("title", title),
            entry("build_tags", "a,b"),
            entry("distribution_description", "For x"),
            entry("collector_version", version),
            entry("distribution", "minimal"),
            entry("release_group", group));
  }

  @Test
  void aMissingDescriptionIsAWarning() {
    assertThat(ReleaseInfo.of(minimal(""), "v1.0.0", "beta", problems)).isPresent();
    assertThat(Samples.errors(problems)).isEmpty();
    assertThat(Samples.all(problems))
        .containsExactly(
            "config-invalid: d.yaml:1:1: distribution minimal has no description to release it"
                + " with");
  }

  static Stream<Arguments> errors() {
    return Stream.of(
        arguments("", "beta", "the parameter ocelot.collectorVersion is missing"),
        arguments("v", "beta", "the parameter ocelot.collectorVersion has another form"),
        arguments("latest", "beta", "the parameter ocelot.collectorVersion has another form"),
        arguments("v1.0 x", "beta", "the parameter ocelot.collectorVersion has another form"),
        arguments("v1.0.0", "", "the parameter ocelot.releaseGroup is missing"),
        arguments("v1.0.0", "a b", "the parameter ocelot.releaseGroup has another form"),
        arguments("v1.0.0", "a\nb", "the parameter ocelot.releaseGroup has another form"),
        arguments("v1.0.0", "-a", "the parameter ocelot.releaseGroup has another form"));
  }

  @ParameterizedTest
  @MethodSource
  void errors(String version, String group, String message) {
    assertThat(ReleaseInfo.of(minimal("For x"), version, group, problems)).isEmpty();
    assertThat(Samples.all(problems))
        .singleElement()
        .asString()
        .startsWith("config-invalid: " + message);
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new ReleaseInfo(minimal("For x"), version, group));
  }

  @Test
  void saysBothAtOnce() {
    assertThat(ReleaseInfo.of(minimal("For x"), "", "", problems)).isEmpty();
    assertThat(problems.all()).hasSize(2);
  }
}
