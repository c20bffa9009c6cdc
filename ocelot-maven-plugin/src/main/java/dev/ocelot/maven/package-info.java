/**
 * What every goal shares: the base class that runs a goal and ends it, and the ground that a goal
 * stands on.
 *
 * <p>Goals live in a package for each area; how results look lives in {@code console}. Nothing here
 * knows a kind of artifact.
 */
@NullMarked
package dev.ocelot.maven;

import org.jspecify.annotations.NullMarked;
