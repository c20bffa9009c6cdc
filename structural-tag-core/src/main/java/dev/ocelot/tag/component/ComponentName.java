package dev.ocelot.tag.component;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The name of a component, from which every other name derives.
 *
 * <p>{@code my-comp} has the variable and tag file {@code MY_COMP_TAG} and the declared key {@code
 * CONDITIONAL_BUILD_MY_COMP_TAG}. Because a variable cannot hold a hyphen, {@code my-comp} and
 * {@code my_comp} share one: see {@link #canonical()}.
 *
 * @param text the name as it is on disk: lower-case letters, digits, hyphens and underscores,
 *     beginning with a letter or digit
 */
public record ComponentName(String text) implements Comparable<ComponentName> {
  /** The rule, in words, for messages. */
  public static final String RULE =
      "lower-case letters, digits, '-' and '_', beginning with a letter or digit";

  private static final Pattern FORM = Pattern.compile("[a-z0-9][a-z0-9_-]*");
  private static final String SUFFIX = "_TAG";
  private static final String DECLARED_PREFIX = "CONDITIONAL_BUILD_";

  /** Refuses anything that is not a name. */
  public ComponentName {
    if (!FORM.matcher(text).matches()) {
      throw new IllegalArgumentException("not a component name: " + text);
    }
  }

  /**
   * Reads a name.
   *
   * @param text any text
   * @return the name, or empty when the text is not one
   */
  public static Optional<ComponentName> parse(String text) {
    return FORM.matcher(text).matches() ? Optional.of(new ComponentName(text)) : Optional.empty();
  }

  /**
   * The name that a tag variable stands for: one trailing {@code _TAG} taken away, lower-case,
   * underscores read as hyphens, as Mesa's shell functions do.
   *
   * @param variable such as {@code MY_COMP_TAG}
   * @return the name, or empty when the variable does not end in {@code _TAG} or leaves no name
   */
  public static Optional<ComponentName> ofVariable(String variable) {
    if (!variable.endsWith(SUFFIX)) {
      return Optional.empty();
    }
    String stem = variable.substring(0, variable.length() - SUFFIX.length());
    return parse(stem.toLowerCase(Locale.ROOT).replace('_', '-'));
  }

  /**
   * The variable that holds the tag, which is also the name of the tag file.
   *
   * @return such as {@code MY_COMP_TAG}
   */
  public String variable() {
    return text.toUpperCase(Locale.ROOT).replace('-', '_') + SUFFIX;
  }

  /**
   * The key of the declared tag.
   *
   * @return such as {@code CONDITIONAL_BUILD_MY_COMP_TAG}
   */
  public String declaredKey() {
    return DECLARED_PREFIX + variable();
  }

  /**
   * The name with underscores read as hyphens: equal for two names that share one variable.
   *
   * @return such as {@code my-comp}
   */
  public String canonical() {
    return text.replace('_', '-');
  }

  @Override
  public int compareTo(ComponentName other) {
    return text.compareTo(other.text);
  }

  @Override
  public String toString() {
    return text;
  }
}
