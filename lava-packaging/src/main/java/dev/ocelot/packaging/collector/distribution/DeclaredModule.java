package dev.ocelot.packaging.collector.distribution;

import dev.ocelot.problem.Location;

/**
 * A Go module that an added component needs.
 *
 * @param path the module's path
 * @param version a Go version such as {@code v0.6.0}; empty for the one that upstream pairs it with
 * @param location where it is written
 */
public record DeclaredModule(String path, String version, Location location) {

  /**
   * The module as {@code go mod edit -require} takes it.
   *
   * @param paired the version that goes with upstream, with or without a leading {@code v}; used
   *     where the file names none
   * @return path and version, joined by {@code @}
   */
  public String required(String paired) {
    return path + "@" + (version.isEmpty() ? GoVersion.withPrefix(paired) : version);
  }

  @Override
  public String toString() {
    return version.isEmpty() ? path : path + "@" + version;
  }
}
