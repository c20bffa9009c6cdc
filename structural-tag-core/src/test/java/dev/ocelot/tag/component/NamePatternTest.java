package dev.ocelot.tag.component;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.ocelot.problem.Problem;
import dev.ocelot.problem.ProblemException;
import dev.ocelot.problem.ProblemId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The expected values are those of Python's {@code re.fullmatch}. */
class NamePatternTest {
  @ParameterizedTest
  @CsvSource(
      quoteCharacter = '|',
      value = {
        "angle, angle, true",
        "angl, angle, false",
        "^angle$, angle, true",
        "angle\\Z, angle, true",
        "\\Aangle\\Z, angle, true",
        ".*, angle, true",
        "a.c|a-c, a-c, true",
        "ANGLE, angle, false",
        "(?i)ANGLE, angle, true",
        "(?i:AN)gle, angle, true",
        "(?-i:an)gle, angle, true",
        "(?a)angle, angle, true",
        "(?ai)ANGLE, angle, true",
        "(?x) an gle # c, angle, true",
        "(?#comment)angle, angle, true",
        "(?P<n>a)b(?P=n), aba, true",
        "(?P<_n_1>a)(?P<n2>b)(?P=n2)(?P=_n_1), abba, true",
        "(a)b\\1, aba, true",
        "(?:a|b)c, bc, true",
        "(?=an)angle, angle, true",
        "(?!an)angle, angle, false",
        "ang(?<=g)le, angle, true",
        "ang(?<!g)le, angle, false",
        "|a{,2}b|, aab, true",
        "|a{2,}b|, ab, false",
        "|a{1,2}?b|, aab, true",
        "[a-z&&[n]]ngle, angle, false",
        "[[a]ngle, angle, true",
        "[]a]ngle, angle, true",
        "[^]b]ngle, angle, true",
        "[a^]ngle, angle, true",
        "[\\w-]+, a-b, true",
        "[\\]a]ngle, angle, true",
        "\\x61ngle, angle, true",
        "\\u0061ngle, angle, true",
        "\\U00000061ngle, angle, true",
        "[\\U00000061]ngle, angle, true",
        "[\\141]ngle, angle, true",
        "\\0a, a, false",
        "a\\-b, a-b, true",
        "\\d+.*, 123service, true",
        "a++b, aab, true",
        "\\Bangle, angle, false",
      })
  void matchesAsInPython(String expression, String name, boolean matches) {
    assertThat(NamePattern.parse("ocelot.include", expression).matches(name)).isEqualTo(matches);
  }

  @ParameterizedTest
  @CsvSource(
      quoteCharacter = '|',
      value = {
        "a(b, 4",
        "a)b, 2",
        "a[b, 2",
        "*a, 1",
        "ab\\, 3",
        "ab\\q, 3",
        "a\\Q, 2",
        "a\\p{L}, 2",
        "(?P<a>b)(?P<a>c), 9",
        "(?P=a), 1",
        "(?P<1>a), 1",
        "(?<a>b), 1",
        "a(?q), 2",
        "a(?#b, 2",
        "(?P<n, 1",
        "\\U0000, 1",
        "[z-a], 4",
        "xx(?P<long_name>y)(z, 21",
      })
  void saysWhereAnExpressionIsWrong(String expression, int character) {
    Problem problem =
        catchThrowableOfType(
                ProblemException.class, () -> NamePattern.parse("ocelot.include", expression))
            .problems()
            .get(0);

    assertThat(problem.id()).isEqualTo(ProblemId.CONFIG_INVALID);
    assertThat(problem.message())
        .startsWith("ocelot.include '" + expression + "' is not a regular expression: ")
        .endsWith(" at character " + character);
  }

  @Test
  void endsWhenAnExpressionWouldRunForEver() {
    NamePattern pattern = NamePattern.parse("ocelot.include", "(a*)*(a*)*(a*)*b\\1");

    assertThat(catchThrowableOfType(ProblemException.class, () -> pattern.matches("a".repeat(200))))
        .hasMessageContaining("takes too long");
  }
}
