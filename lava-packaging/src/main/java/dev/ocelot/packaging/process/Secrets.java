package dev.ocelot.packaging.process;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/**
 * Values that are never shown. Of a value with several lines, each line is hidden by itself, since
 * output is shown by lines.
 */
public final class Secrets {
  /** Nothing to hide. */
  public static final Secrets NONE = new Secrets(List.of());

  private static final String MASK = "***";

  private final List<String> longestFirst;

  private Secrets(Collection<String> values) {
    this.longestFirst =
        values.stream()
            .flatMap(value -> Stream.concat(Stream.of(value), value.lines()))
            .filter(value -> !value.isBlank())
            .distinct()
            .sorted(Comparator.comparingInt(String::length).reversed())
            .toList();
  }

  /**
   * These values.
   *
   * @param values blank ones are left out
   * @return the secrets
   */
  public static Secrets of(Collection<String> values) {
    return values.isEmpty() ? NONE : new Secrets(values);
  }

  /**
   * A text without secrets.
   *
   * @param text any text
   * @return the text with each value replaced by {@code ***}
   */
  public String mask(String text) {
    String shown = text;
    for (String value : longestFirst) {
      shown = shown.replace(value, MASK);
    }
    return shown;
  }

  /** The number of characters of the longest value; 0 without any. */
  int longest() {
    return longestFirst.isEmpty() ? 0 : longestFirst.get(0).length();
  }

  @Override
  public String toString() {
    return longestFirst.size() + " secrets";
  }
}
