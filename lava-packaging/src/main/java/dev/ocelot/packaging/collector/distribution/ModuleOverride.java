package dev.ocelot.packaging.collector.distribution;

import dev.ocelot.problem.Location;

/**
 * The least version of a Go module that a layer may contain.
 *
 * @param path the module's path
 * @param version a Go version
 * @param reason why, such as the name of a vulnerability
 * @param location where it is written
 */
public record ModuleOverride(String path, String version, String reason, Location location) {}
