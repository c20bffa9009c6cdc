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
  private static final int OVERLAPS = 10;

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

  /**
   * Where a text may be cut without dividing a value.
   *
   * @param text with at least as many characters after the wanted place as the longest value has,
   *     less one
   * @param wanted the latest place
   * @return that place, or the start of the values that lie across it; the end of the text when
   *     they overlap one another for too long to look for it
   */
  int cutBefore(String text, int wanted) {
    int cut = wanted;
    int earliest = Math.max(0, wanted - OVERLAPS * longest());
    for (int i = 0; i < longestFirst.size(); i++) {
      String value = longestFirst.get(i);
      int at = text.indexOf(value, Math.max(0, cut - value.length() + 1));
      if (at >= 0 && at < cut) {
        cut = at;
        i = -1;
      }
      if (cut < earliest || cut == 0) {
        return text.length();
      }
    }
    return cut;
  }

  @Override
  public String toString() {
    return longestFirst.size() + " secrets";
  }
}
