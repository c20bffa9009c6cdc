package dev.ocelot.packaging.publish;

import java.util.regex.Pattern;

/**
 * A place where layers are published, such as {@code us-east-1}.
 *
 * @param name lower-case letters, digits and single hyphens; never a path
 */
public record Region(String name) implements Comparable<Region> {
  /** How a region is written. */
  static final Pattern FORM = Pattern.compile("[a-z][a-z0-9]*(-[a-z0-9]+)*");

  private static final int LONGEST = 32;

  /** Refuses what is not a region's name. */
  public Region {
    if (!isRegion(name)) {
      throw new IllegalArgumentException("not a region: " + name);
    }
  }

  /**
   * Whether a text can be a region's name.
   *
   * @param text any text
   * @return true when it can
   */
  public static boolean isRegion(String text) {
    return text.length() <= LONGEST && FORM.matcher(text).matches();
  }

  @Override
  public int compareTo(Region other) {
    return name.compareTo(other.name);
  }

  @Override
  public String toString() {
    return name;
  }
}
