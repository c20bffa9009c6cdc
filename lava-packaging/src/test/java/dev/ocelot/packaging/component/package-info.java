/** Tests of components. */
@NullMarked
package dev.ocelot.packaging.component;

import org.jspecify.annotations.NullMarked;
