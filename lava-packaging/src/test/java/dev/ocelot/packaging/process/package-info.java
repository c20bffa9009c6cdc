/** Tests of processes, with real ones. */
@NullMarked
package dev.ocelot.packaging.process;

import org.jspecify.annotations.NullMarked;
