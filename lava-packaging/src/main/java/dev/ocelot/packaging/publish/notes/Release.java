package dev.ocelot.packaging.publish.notes;

import dev.ocelot.packaging.publish.PublishedRow;

/**
 * Which release.
 *
 * @param distribution the distribution
 * @param collectorVersion such as {@code v0.126.0}; a leading {@code v} does not matter
 * @param group the release group
 */
public record Release(String distribution, String collectorVersion, String group) {

  /** Whether a version belongs to the release. */
  boolean holds(PublishedRow row) {
    return row.distribution().equals(distribution)
        && row.releaseGroup().equals(group)
        && plain(row.collectorVersion()).equals(plain(collectorVersion));
  }

  private static String plain(String version) {
    return version.startsWith("v") ? version.substring(1) : version;
  }
}
