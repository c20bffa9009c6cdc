package dev.ocelot.packaging.artifact;

/**
 * Where something that was built from came from.
 *
 * @param location the URL or repository, without credentials
 * @param commit the full commit id, or empty when the source is no checkout
 * @param sha256 of the archive, or empty when the source is a checkout
 */
public record RecordedSource(String location, String commit, String sha256) {
  /** Refuses a source that names nothing. */
  public RecordedSource {
    if (location.isEmpty() || (commit.isEmpty() && sha256.isEmpty())) {
      throw new IllegalArgumentException("a source has a location, and a commit or a sha256");
    }
  }
}
