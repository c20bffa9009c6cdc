package dev.ocelot.packaging.docker;

import java.nio.file.Path;

/**
 * A client that reaches an engine.
 *
 * @param program the program
 * @param version of the client, such as {@code 20.10.24+dfsg1}
 * @param engine what it reaches
 */
record DockerClient(Path program, String version, EngineInfo engine) {
  /** From this version on, a client builds with BuildKit only by its buildx plugin. */
  private static final int BUILDS_BY_PLUGIN = 23;

  /** Whether the client itself speaks to BuildKit when the environment asks for it. */
  boolean hasBuildKitInside() {
    String major = version.split("\\.", 2)[0];
    return major.matches("[0-9]{1,4}") && Integer.parseInt(major) < BUILDS_BY_PLUGIN;
  }
}
