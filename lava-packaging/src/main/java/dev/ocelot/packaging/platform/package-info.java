/**
 * What machines are called and what they can run: one row of data for each platform.
 *
 * <p>Here live the names of platforms in every vocabulary that a build meets, and what this machine
 * is. Whether files fit a platform is judged in {@code binary}; whether an emulator is registered
 * is the engine's matter.
 */
@NullMarked
package dev.ocelot.packaging.platform;

import org.jspecify.annotations.NullMarked;
