/**
 * Writes JSON: one streaming writer with one layout, so that the same values give the same bytes.
 *
 * <p>What a document says lives with the feature that says it. Reading JSON does not live here.
 */
@NullMarked
package dev.ocelot.json;

import org.jspecify.annotations.NullMarked;
