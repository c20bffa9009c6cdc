package dev.ocelot.packaging.collector.upstream;

import java.util.List;

/** The kinds of components that a collector has. */
public final class ComponentKinds {
  /** By name, each a folder of wrappers. */
  public static final List<String> ALL =
      List.of("connector", "exporter", "extension", "processor", "receiver");

  private ComponentKinds() {}
}
