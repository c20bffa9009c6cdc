package dev.ocelot.packaging.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class KeyDifferenceTest {
  static Stream<Arguments> pairs() {
    return Stream.of(
        arguments("script=1 a.patch=2", "script=1 a.patch=2", ""),
        arguments("script=1 a.patch=2", "script=1 a.patch=3", "a.patch changed"),
        arguments("script=1", "script=1 a.patch=3", "a.patch was added"),
        arguments("script=1 a.patch=2", "script=1", "a.patch was removed"),
        arguments("a=1 b=2", "b=2 a=1", "the order of what goes in changed"),
        arguments("a=1 a=1", "a=1", "a changed"),
        arguments("a=1 b=1 c=1", "a=2 b=2 c=2", "a changed, b changed, c changed"),
        arguments(
            "a=1 b=1 c=1 d=1 e=1",
            "a=2 b=2 c=2 d=2",
            "a changed, b changed, c changed and 2 more"));
  }

  @ParameterizedTest
  @MethodSource("pairs")
  void saysWhatChanged(String before, String now, String sentence) {
    assertThat(KeyDifference.between(key(before), key(now)).sentence()).isEqualTo(sentence);
  }

  private static BuildKey key(String text) {
    return BuildKeyTest.key(text.split("[ =]", -1));
  }
}
