package dev.ocelot.tag.component;

import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The name of a component, from which every other name derives.
 *
 * <p>{@code my-comp} has the variable and tag file {@code MY_COMP_TAG} and the declared key {@code
 * CONDITIONAL_BUILD_MY_COMP_TAG}. Because a variable cannot hold a hyphen, {@code my-comp} and
 * {@code my_comp} share one: see {@link #canonical()}.
 */
public final class ComponentName implements Comparable<ComponentName> {
  /** The rule, in words, for messages. */
  public static final String RULE =
      "lower-case letters, digits, '-' and '_', beginning with a letter or digit";

  private static final String SUFFIX = "_TAG";
  private static final String DECLARED_PREFIX = "CONDITIONAL_BUILD_";

  private final String text;
  private final String variable;

  /**
   * A name.
   *
   * @param text lower-case letters, digits, hyphens and underscores, beginning with a letter or
   *     digit
   * @throws IllegalArgumentException when the text is anything else
   */
  public ComponentName(String text) {
    if (!isName(text)) {
      throw new IllegalArgumentException("not a component name: " + text);
    }
    this.text = text;
    // asked for at every step of a check
    this.variable = text.toUpperCase(Locale.ROOT).replace('-', '_') + SUFFIX;
  }

  /**
   * The name as it is on disk.
   *
   * @return such as {@code my-comp}
   */
  public String text() {
    return text;
  }

  /**
   * Reads a name.
   *
   * @param text any text
   * @return the name, or empty when the text is not one
   */
  public static Optional<ComponentName> parse(String text) {
    return isName(text) ? Optional.of(new ComponentName(text)) : Optional.empty();
  }

  private static boolean isName(String text) {
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      boolean anywhere = (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9');
      if (!anywhere && (i == 0 || (c != '-' && c != '_'))) {
        return false;
      }
    }
    return !text.isEmpty();
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
    return variable;
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
  public boolean equals(@Nullable Object other) {
    return other instanceof ComponentName name && text.equals(name.text);
  }

  @Override
  public int hashCode() {
    return text.hashCode();
  }

  @Override
  public String toString() {
    return text;
  }
}
