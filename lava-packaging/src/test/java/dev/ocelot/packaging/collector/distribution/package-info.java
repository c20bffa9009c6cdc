@NullMarked
package dev.ocelot.packaging.collector.distribution;

import org.jspecify.annotations.NullMarked;
