/** Tests of the package of the same name. */
@NullMarked
package dev.ocelot.packaging.collector.program;

import org.jspecify.annotations.NullMarked;
