package dev.ocelot.maven.console;

import dev.ocelot.problem.Problem;
import dev.ocelot.problem.ProblemException;
import dev.ocelot.problem.ProblemId;
import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;

/** Reads a parameter that is one of a few words. */
public final class Choice {
  private Choice() {}

  /**
   * Reads it.
   *
   * @param <E> the words, as constants
   * @param property the parameter, for messages
   * @param text what was given; words are lower-case with hyphens
   * @param type the words
   * @return the constant
   */
  public static <E extends Enum<E>> E of(String property, String text, Class<E> type) {
    for (E value : type.getEnumConstants()) {
      if (word(value).equals(text)) {
        return value;
      }
    }
    String legal =
        Arrays.stream(type.getEnumConstants()).map(Choice::word).collect(Collectors.joining(", "));
    throw new ProblemException(
        Problem.error(ProblemId.CONFIG_INVALID, property + " has a value that it does not know")
            .comparing(text, legal));
  }

  private static String word(Enum<?> value) {
    return value.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
