/**
 * Goals about collector layers. What a distribution is lives in {@code
 * dev.ocelot.packaging.collector.distribution}, what CI engines read in {@code
 * dev.ocelot.packaging.ci}.
 */
@NullMarked
package dev.ocelot.maven.collector;

import org.jspecify.annotations.NullMarked;
