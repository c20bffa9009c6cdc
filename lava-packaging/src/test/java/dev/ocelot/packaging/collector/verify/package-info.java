/** What is asked of a collector, and what is read from its answers. */
@NullMarked
package dev.ocelot.packaging.collector.verify;

import org.jspecify.annotations.NullMarked;
