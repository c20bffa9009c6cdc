package dev.ocelot.maven;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;
import org.apache.maven.plugin.descriptor.MojoDescriptor;
import org.apache.maven.plugin.descriptor.Parameter;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What every goal promises to its users, read from the descriptor that they get. */
final class PluginDescriptorTest {

  static Stream<MojoDescriptor> goals() {
    return DescribedGoals.goals().stream();
  }

  @ParameterizedTest
  @MethodSource("goals")
  void isThreadSafeAndDescribed(MojoDescriptor goal) {
    assertThat(goal.isThreadSafe()).as(goal.getGoal()).isTrue();
    assertThat(goal.getDescription()).as(goal.getGoal()).isNotBlank();
    assertThat(goal.getSince()).as(goal.getGoal()).isNotBlank();
  }

  @ParameterizedTest
  @MethodSource("goals")
  void describesEveryParameter(MojoDescriptor goal) {
    for (Parameter parameter : DescribedGoals.settable(goal)) {
      String name = goal.getGoal() + " " + parameter.getName();
      assertThat(parameter.getDescription()).as(name).isNotBlank();
      assertThat(parameter.getSince()).as(name).isNotBlank();
    }
  }

  /** {@code ocelot.build.skip} belongs to {@code buildSkip}: one can be told from the other. */
  @ParameterizedTest
  @MethodSource("goals")
  void namesPropertiesAfterParameters(MojoDescriptor goal) {
    for (Parameter parameter : DescribedGoals.settable(goal)) {
      String property = DescribedGoals.property(goal, parameter);
      assertThat(property).as(goal.getGoal() + " " + parameter.getName()).startsWith("ocelot.");
      assertThat(camelCase(property.substring("ocelot.".length()))).isEqualTo(parameter.getName());
    }
  }

  private static String camelCase(String dotted) {
    List<String> words = List.of(dotted.split("\\."));
    StringBuilder name = new StringBuilder(words.get(0));
    for (String word : words.subList(1, words.size())) {
      name.append(Character.toUpperCase(word.charAt(0))).append(word.substring(1));
    }
    return name.toString();
  }
}
