/**
 * Digests of bytes, of text and of files, written in hexadecimal digits.
 *
 * <p>What a digest is taken over, and what follows from it, lives with the feature that needs it.
 */
@NullMarked
package dev.ocelot.digest;

import org.jspecify.annotations.NullMarked;
