package dev.ocelot.packaging.artifact;

import java.util.Comparator;

/**
 * Which artifact: no two of a module agree in kind, name and platform.
 *
 * @param kind what sort of thing it is
 * @param name the component, distribution, function or bundle that it was built from
 * @param version the version of the module that built it
 * @param platform what it runs on, as Docker writes it ({@code linux/amd64}, {@code linux/arm/v7}),
 *     or {@link #ANY_PLATFORM}
 */
public record ArtifactId(ArtifactKind kind, String name, String version, String platform)
    implements Comparable<ArtifactId> {

  /** The platform of what runs everywhere. */
  public static final String ANY_PLATFORM = "any";

  private static final Comparator<ArtifactId> ORDER =
      Comparator.comparing(ArtifactId::kind)
          .thenComparing(ArtifactId::name)
          .thenComparing(ArtifactId::platform)
          .thenComparing(ArtifactId::version);

  /** Refuses empty parts. */
  public ArtifactId {
    if (name.isEmpty() || version.isEmpty() || platform.isEmpty()) {
      throw new IllegalArgumentException("an artifact has a name, a version and a platform");
    }
  }

  /**
   * Whether both name the same thing of a module, in whatever version.
   *
   * @param other another id
   * @return true when kind, name and platform agree
   */
  public boolean isSameThing(ArtifactId other) {
    return kind.equals(other.kind) && name.equals(other.name) && platform.equals(other.platform);
  }

  @Override
  public int compareTo(ArtifactId other) {
    return ORDER.compare(this, other);
  }

  @Override
  public String toString() {
    return kind + " " + name + " (" + platform + ")";
  }
}
