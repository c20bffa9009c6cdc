/** Tests of {@code dev.ocelot.packaging.publish}. */
@NullMarked
package dev.ocelot.packaging.publish;

import org.jspecify.annotations.NullMarked;
