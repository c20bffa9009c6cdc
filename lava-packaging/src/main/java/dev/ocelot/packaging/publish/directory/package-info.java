/**
 * Layers in a directory that behaves like the service: {@code
 * <region>/<layer>/<version>/<layer>.zip}, with the same rules for versions, permissions, rows and
 * locks.
 *
 * <p>Here lives what makes files do that safely under several processes and kills. What is
 * published and when is decided in {@code publish}.
 */
@NullMarked
package dev.ocelot.packaging.publish.directory;

import org.jspecify.annotations.NullMarked;
