package dev.ocelot.packaging.component;

import dev.ocelot.problem.Location;

/**
 * A file that a build needs and the repository does not hold.
 *
 * @param origin where it comes from
 * @param address a URL, or Maven coordinates {@code group:artifact:version[:classifier]:extension}
 * @param sha256 of its bytes, lower-case hexadecimal
 * @param fileName what it is called in {@code OCELOT_SOURCES}
 * @param location where it is declared
 */
public record DeclaredSource(
    Origin origin, String address, String sha256, String fileName, Location location) {

  /** Where a source comes from. */
  public enum Origin {
    /** A web server. */
    URL,
    /** A Maven repository, through the build that runs. */
    MAVEN
  }
}
