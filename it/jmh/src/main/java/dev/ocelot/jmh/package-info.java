/** Kernels and their peers, measured in one run. Nothing of the product lives here. */
@NullMarked
package dev.ocelot.jmh;

import org.jspecify.annotations.NullMarked;
