package dev.ocelot.packaging.collector.build;

import java.nio.file.Path;
import java.util.Map;

/**
 * A Go that was found, as it presents itself in the upstream's module.
 *
 * @param program the command
 * @param version such as {@code go1.26.1}
 * @param moduleCache where downloaded modules lie
 * @param environment what it is run with
 */
record GoToolchain(
    Path program, String version, Path moduleCache, Map<String, String> environment) {
  GoToolchain {
    environment = Map.copyOf(environment);
  }
}
