package dev.ocelot.packaging.collector.distribution;

import dev.ocelot.problem.Location;

/**
 * A component that a collector's configuration names.
 *
 * @param kind what it does
 * @param type the component's own name, such as {@code otlphttp}
 * @param name what tells several of one type apart; empty for none
 * @param location where it is named
 */
public record ConfiguredComponent(ComponentKind kind, String type, String name, Location location) {

  /**
   * The name in the configuration.
   *
   * @return such as {@code otlphttp/default}
   */
  public String id() {
    return name.isEmpty() ? type : type + "/" + name;
  }
}
