package dev.ocelot.packaging.artifact;

import java.util.regex.Pattern;

/**
 * What sort of thing an artifact is, such as {@code component} or {@code layer}.
 *
 * <p>Open, so that a new kind of artifact needs no change here.
 *
 * @param text lower-case words joined by hyphens
 */
public record ArtifactKind(String text) implements Comparable<ArtifactKind> {
  static final Pattern FORM = Pattern.compile("[a-z][a-z0-9]*(-[a-z0-9]+)*");

  /** The packed output of a component's build script. */
  public static final ArtifactKind COMPONENT = new ArtifactKind("component");

  /** A zip that can be published as a Lambda layer. */
  public static final ArtifactKind LAYER = new ArtifactKind("layer");

  /** Refuses anything but lower-case words joined by hyphens. */
  public ArtifactKind {
    if (!isKind(text)) {
      throw new IllegalArgumentException("not a kind of artifact: " + text);
    }
  }

  /**
   * Whether a text is a kind.
   *
   * @param text any text
   * @return true for lower-case words joined by hyphens
   */
  public static boolean isKind(String text) {
    return FORM.matcher(text).matches();
  }

  @Override
  public int compareTo(ArtifactKind other) {
    return text.compareTo(other.text);
  }

  @Override
  public String toString() {
    return text;
  }
}
