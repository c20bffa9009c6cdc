package dev.ocelot.packaging.collector.distribution;

import dev.ocelot.problem.Location;

/**
 * A Go build tag that a distribution names.
 *
 * @param text the tag, such as {@code lambdacomponents.exporter.otlp}
 * @param location where it is written; for an inherited tag in the base
 */
public record DeclaredTag(String text, Location location) {}
