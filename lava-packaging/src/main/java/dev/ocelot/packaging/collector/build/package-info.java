/**
 * Builds collector layers: settled jobs become two kinds of steps, one that settles the modules of
 * a selection and one that compiles and packs a layer for one architecture.
 *
 * <p>What a distribution says and what the upstream holds is read elsewhere. Go is the only program
 * that is run here; nothing of the upstream's own is.
 */
@NullMarked
package dev.ocelot.packaging.collector.build;

import org.jspecify.annotations.NullMarked;
