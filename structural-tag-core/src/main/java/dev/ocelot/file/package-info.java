/**
 * Replacing a file as a whole, and keeping others from doing so at the same time.
 *
 * <p>Here live the two things that every feature needs that writes a file which it does not own
 * alone. What is written does not live here, nor does reading.
 */
@NullMarked
package dev.ocelot.file;

import org.jspecify.annotations.NullMarked;
