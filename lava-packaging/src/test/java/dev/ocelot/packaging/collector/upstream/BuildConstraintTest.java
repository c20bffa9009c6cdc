package dev.ocelot.packaging.collector.upstream;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class BuildConstraintTest {
  private static final String WRAPPER =
      "//go:build lambdacomponents.custom && (lambdacomponents.all ||"
          + " lambdacomponents.exporter.all || lambdacomponents.exporter.awss3)";

  @ParameterizedTest
  @CsvSource({
    "a, a, true",
    "a, '', false",
    "!a, '', true",
    "!a, a, false",
    "a && b, a, false",
    "a && b, a b, true",
    "a || b, b, true",
    "a || b && c, a, true",
    "(a || b) && c, a, false",
    "a && b || c, c, true",
    "a && !(b || c), a, true",
    "a && !(b || c), a c, false",
    "a&&b, a b, true",
    "go1.21 && x_y, go1.21 x_y, true"
  })
  void matchesAsGoMatches(String text, String tags, boolean matches) {
    BuildConstraint constraint = BuildConstraint.parse("//go:build " + text).orElseThrow();
    assertThat(constraint.matches(Set.of(tags.split(" ")))).isEqualTo(matches);
  }

  @Test
  void namesItsTagsSorted() {
    assertThat(BuildConstraint.parse(WRAPPER).orElseThrow().tags())
        .containsExactly(
            "lambdacomponents.all",
            "lambdacomponents.custom",
            "lambdacomponents.exporter.all",
            "lambdacomponents.exporter.awss3");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "", "&&", "a b", "a &&", "|| a", "(a", "a)", "!!a", "a & b", "a | b", "a-b", "()", "!"
      })
  void refusesWhatGoRefuses(String text) {
    assertThat(BuildConstraint.parse("//go:build " + text)).isEmpty();
  }

  @Test
  void deepNestingDoesNotExhaustTheStack() {
    assertThat(BuildConstraint.parse("(".repeat(100_000))).isEmpty();
  }
}
