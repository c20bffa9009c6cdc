package dev.ocelot.packaging.ci;

import java.util.regex.Pattern;

/**
 * A value that a step hands to later ones.
 *
 * @param name letters, digits, hyphens and underscores, not beginning with a digit or hyphen
 * @param value any text
 */
public record StepOutput(String name, String value) {
  private static final Pattern NAME = Pattern.compile("[A-Za-z_][A-Za-z0-9_-]*");

  /** Refuses a name that could be taken for something else. */
  public StepOutput {
    if (!NAME.matcher(name).matches()) {
      throw new IllegalArgumentException("not the name of an output: " + name);
    }
  }
}
