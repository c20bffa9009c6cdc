/**
 * Runs a build script up to its call, for components that ask for it and users who allow it.
 *
 * <p>Only the inputs of the call are taken from it. How a script is read without running it lives
 * in core.
 */
@NullMarked
package dev.ocelot.packaging.evaluate;

import org.jspecify.annotations.NullMarked;
