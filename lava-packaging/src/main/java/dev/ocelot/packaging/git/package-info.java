/**
 * What git remembers, asked through its command line.
 *
 * <p>Reading only. Checkouts and sources that are fetched live in {@code source}.
 */
@NullMarked
package dev.ocelot.packaging.git;

import org.jspecify.annotations.NullMarked;
