package dev.ocelot.packaging.component;

import dev.ocelot.packaging.source.Source;

/**
 * A file that a build needs and the repository does not hold.
 *
 * @param source where it can be had, and its digest
 * @param fileName what it is called in {@code OCELOT_SOURCES}
 */
public record DeclaredSource(Source source, String fileName) {}
