/** Tests of {@code dev.ocelot.packaging.publish.directory}. */
@NullMarked
package dev.ocelot.packaging.publish.directory;

import org.jspecify.annotations.NullMarked;
