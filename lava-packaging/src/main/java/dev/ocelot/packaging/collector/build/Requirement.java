package dev.ocelot.packaging.collector.build;

import dev.ocelot.problem.Location;

/**
 * A module that a selection needs besides what the upstream requires.
 *
 * @param path the module's path
 * @param version such as {@code v0.126.0}
 * @param strength what becomes of the version when other modules need a newer one
 * @param location where it is declared
 */
public record Requirement(String path, String version, Strength strength, Location location) {
  /** What becomes of a version when other modules need a newer one. */
  public enum Strength {
    /** That is a problem: who names a version wants that one. */
    EXACT,
    /** The newer one is taken, and recorded. */
    AT_LEAST
  }

  String atVersion() {
    return path + "@" + version;
  }
}
