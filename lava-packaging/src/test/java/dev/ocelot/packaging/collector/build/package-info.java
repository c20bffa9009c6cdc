/** Layers built with the real Go. */
@NullMarked
package dev.ocelot.packaging.collector.build;

import org.jspecify.annotations.NullMarked;
