package dev.ocelot.packaging.component;

import dev.ocelot.problem.Location;

/** Where the build script of a component runs. */
public sealed interface BuildPlace {
  /** The word for {@link Host}. */
  String HOST = "host";

  /**
   * In a container.
   *
   * @param builder the name of a builder, {@code config/builders/<name>.Dockerfile}
   * @param location where it is named
   */
  record Container(String builder, Location location) implements BuildPlace {}

  /**
   * On this machine, without isolation.
   *
   * @param location where that is said
   */
  record Host(Location location) implements BuildPlace {}
}
