/** Tests of {@code dev.ocelot.packaging.artifact}. */
@NullMarked
package dev.ocelot.packaging.artifact;

import org.jspecify.annotations.NullMarked;
