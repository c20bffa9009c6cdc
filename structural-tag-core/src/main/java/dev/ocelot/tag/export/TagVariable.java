package dev.ocelot.tag.export;

import dev.ocelot.tag.Tag;
import java.util.regex.Pattern;

/**
 * A variable that tells a container or device which tag is declared for a component.
 *
 * @param name the variable, such as {@code ANGLE_TAG}
 * @param value the declared tag
 */
public record TagVariable(String name, Tag value) implements Comparable<TagVariable> {
  private static final Pattern NAME = Pattern.compile("[A-Z][A-Z0-9_]*_TAG");

  /** Refuses a name that no shell could hold. */
  public TagVariable {
    if (!isName(name)) {
      throw new IllegalArgumentException("not a tag variable of a shell: " + name);
    }
  }

  /**
   * Whether a shell can hold a variable of this name. A component whose name starts with a digit
   * has none.
   *
   * @param name any text
   * @return true for upper-case letters, digits and {@code _} that start with a letter and end in
   *     {@code _TAG}
   */
  public static boolean isName(String name) {
    return NAME.matcher(name).matches();
  }

  @Override
  public int compareTo(TagVariable other) {
    return name.compareTo(other.name);
  }

  /**
   * The line that sets the variable in a shell.
   *
   * @return the line without its end
   */
  @Override
  public String toString() {
    return "export " + name + "='" + value + "'";
  }
}
