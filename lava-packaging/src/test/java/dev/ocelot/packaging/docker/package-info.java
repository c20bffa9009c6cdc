/** Tests of the container engine: without one by a fake client, with one in {@code *IT}. */
@NullMarked
package dev.ocelot.packaging.docker;

import org.jspecify.annotations.NullMarked;
