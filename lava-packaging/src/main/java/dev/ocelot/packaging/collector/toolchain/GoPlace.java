package dev.ocelot.packaging.collector.toolchain;

import dev.ocelot.packaging.docker.ContainerSpec;

/** Where Go is to run. */
public sealed interface GoPlace {
  /** The word for {@link Host}. */
  String HOST = "host";

  /** On this machine: the Go on its {@code PATH}. */
  record Host() implements GoPlace {}

  /**
   * In containers of a builder.
   *
   * @param builder its name, {@code config/builders/<name>.Dockerfile}
   * @param network what Go may reach while modules are settled; compiling reaches nothing
   */
  record Container(String builder, ContainerSpec.Network network) implements GoPlace {}
}
