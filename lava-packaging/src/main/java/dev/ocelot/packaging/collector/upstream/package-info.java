/**
 * Reads what a collector layer is built from: a checked-out upstream collector with its wrappers,
 * modules and build recipe, and the wrappers that a repository lays over it.
 *
 * <p>Everything is read as text; nothing of it is run. What a distribution selects, and how the
 * layer is built, lives elsewhere.
 */
@NullMarked
package dev.ocelot.packaging.collector.upstream;

import org.jspecify.annotations.NullMarked;
