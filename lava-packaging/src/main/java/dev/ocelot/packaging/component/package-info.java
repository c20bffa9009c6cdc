/**
 * The kind of artifact that a component's build script makes: settings to steps, and the checks of
 * what came out.
 *
 * <p>Here live the {@code build:} section, the snapshot that a build sees, the environment that it
 * gets, the two places where it can run, and what becomes of its artifacts. When a step runs, and
 * whether it has to, is decided by {@code plan}.
 */
@NullMarked
package dev.ocelot.packaging.component;

import org.jspecify.annotations.NullMarked;
