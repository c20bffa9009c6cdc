package dev.ocelot.packaging.publish;

/**
 * What a layer's name is made of: {@code
 * <base>[-<architecture>][-<distribution>]-<version>-<group>}.
 *
 * <p>The name is the same as Ocelot's older publisher gives, so that a layer goes on under its
 * name.
 *
 * @param base the word that all layers of a repository begin with
 * @param architecture {@code amd64} or {@code arm64}, or empty
 * @param distribution the distribution or component, or empty
 * @param version a layer's version, see {@link #version}
 * @param releaseGroup the word that keeps releases apart, such as {@code prod}
 */
public record LayerNaming(
    String base, String architecture, String distribution, String version, String releaseGroup) {

  /** The version of what has none. */
  public static final String LATEST = "latest";

  /**
   * The whole name, whatever its length.
   *
   * @return letters, digits, hyphens and underscores
   */
  public String text() {
    StringBuilder name = new StringBuilder(base);
    for (String part : new String[] {architecture, distribution}) {
      if (!part.isEmpty()) {
        name.append('-').append(part);
      }
    }
    String cleaned =
        clean(name.append('-').append(version).append('-').append(releaseGroup).toString());
    return startsWithDigit(cleaned) ? "layer-" + cleaned : cleaned;
  }

  /**
   * A layer's version: the first that there is of the declared one, the collector's without a
   * leading {@code v}, the one that a git reference ends in, and {@value #LATEST}; cleaned like a
   * name.
   *
   * @param declared the version that somebody chose, or empty
   * @param collectorVersion such as {@code v0.126.0}, or empty
   * @param gitReference such as {@code refs/tags/v1.2.3}, or empty
   * @return the version as it stands in a name
   */
  public static String version(String declared, String collectorVersion, String gitReference) {
    if (!declared.isEmpty()) {
      return clean(declared);
    }
    if (!collectorVersion.isEmpty()) {
      return clean(
          collectorVersion.startsWith("v") ? collectorVersion.substring(1) : collectorVersion);
    }
    String released = releaseOf(gitReference);
    return released.isEmpty() ? LATEST : clean(released);
  }

  /**
   * What follows the last slash, from its first digit or dot on; a text without a slash is itself.
   */
  private static String releaseOf(String gitReference) {
    int slash = gitReference.lastIndexOf('/');
    if (slash < 0) {
      return gitReference;
    }
    int start = slash + 1;
    while (start < gitReference.length()
        && !isDigit(gitReference.charAt(start))
        && gitReference.charAt(start) != '.') {
      start++;
    }
    return gitReference.substring(start);
  }

  private static String clean(String text) {
    StringBuilder cleaned = new StringBuilder(text.length());
    text.codePoints().forEach(c -> cleaned.appendCodePoint(isKept(c) ? c : '_'));
    return cleaned.toString();
  }

  private static boolean isKept(int c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || isDigit(c) || c == '-' || c == '_';
  }

  private static boolean isDigit(int c) {
    return c >= '0' && c <= '9';
  }

  private static boolean startsWithDigit(String text) {
    return !text.isEmpty() && isDigit(text.charAt(0));
  }
}
