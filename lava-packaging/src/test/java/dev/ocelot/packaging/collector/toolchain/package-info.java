/** Tests of the package of the same name. */
@NullMarked
package dev.ocelot.packaging.collector.toolchain;

import org.jspecify.annotations.NullMarked;
