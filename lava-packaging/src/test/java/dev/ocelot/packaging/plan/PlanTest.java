package dev.ocelot.packaging.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.ocelot.packaging.store.BuildKey;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PlanTest {
  @ParameterizedTest
  @CsvSource({
    "'', ''",
    "a b c, a b c",
    "c<b b<a a, a b c",
    "a b<a c<a d<b+c, a b c d",
    "b<a c a, c a b",
  })
  void ordersItsSteps(String steps, String order) {
    assertThat(plan(steps).steps().stream().map(step -> step.id().text()))
        .containsExactly(order.isEmpty() ? new String[0] : order.split(" ", -1));
  }

  @ParameterizedTest
  @CsvSource({
    "a a, two steps are named a",
    "a<b, [a]",
    "a<a, [a]",
    "a<b b<a c, '[a, b]'",
    "a b<d c<b d<c, '[b, c, d]'",
  })
  void refusesWhatCannotBeOrdered(String steps, String names) {
    assertThatThrownBy(() -> plan(steps))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining(names);
  }

  @Test
  void aStepHasANameOfOneLine() {
    assertThatThrownBy(() -> new StepId(" ")).isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> new StepId("a\nb")).isInstanceOf(IllegalArgumentException.class);
  }

  private static Plan plan(String text) {
    List<Step> steps =
        Arrays.stream(text.split(" ", -1)).filter(s -> !s.isEmpty()).map(PlanTest::step).toList();
    return new Plan(steps);
  }

  private static Step step(String text) {
    String[] parts = text.split("<", -1);
    Set<StepId> after =
        parts.length == 1
            ? Set.of()
            : Arrays.stream(parts[1].split("\\+", -1)).map(StepId::new).collect(Collectors.toSet());
    BuildKey key = BuildKey.builder().add("name", parts[0]).build();
    return new Step(new StepId(parts[0]), key, after, Resources.ONE_CPU, context -> {});
  }
}
