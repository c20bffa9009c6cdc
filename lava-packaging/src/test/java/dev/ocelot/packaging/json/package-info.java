/** Tests of {@code dev.ocelot.packaging.json}. */
@NullMarked
package dev.ocelot.packaging.json;

import org.jspecify.annotations.NullMarked;
