package dev.ocelot.tag.declared;

import dev.ocelot.problem.Location;

/**
 * A value under a declared key.
 *
 * @param text as it stands in the file; perhaps no tag
 * @param location where
 */
public record DeclaredTag(String text, Location location) {}
