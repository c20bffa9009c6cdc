/**
 * Collector layers from declaration to job: puts together what distributions say, what the
 * repository adds and what the upstream holds, and says everything that does not fit before
 * anything is built.
 *
 * <p>Reading each of the three, building and verifying live in the packages below.
 */
@NullMarked
package dev.ocelot.packaging.collector;

import org.jspecify.annotations.NullMarked;
