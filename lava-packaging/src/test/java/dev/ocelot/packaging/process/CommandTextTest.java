package dev.ocelot.packaging.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class CommandTextTest {
  static Stream<Arguments> words() {
    return Stream.of(
        Arguments.of("plain-1.0/a,b:c@d%e_f+g=h", "plain-1.0/a,b:c@d%e_f+g=h"),
        Arguments.of("", "''"),
        Arguments.of("two words", "'two words'"),
        Arguments.of("it's", "'it'\\''s'"),
        Arguments.of("$x", "'$x'"),
        Arguments.of("é", "'é'"),
        Arguments.of("a\nb'\\", "$'a\\nb\\'\\\\'"),
        Arguments.of("\u001b[31m", "$'\\u001b[31m'"));
  }

  @ParameterizedTest
  @MethodSource("words")
  void aCommandCanBePastedIntoAShell(String argument, String shown) {
    assertThat(CommandText.of(List.of("run", argument))).isEqualTo("run " + shown);
  }
}
