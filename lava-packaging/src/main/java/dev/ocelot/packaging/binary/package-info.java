/**
 * Reads the headers of native files and judges whether they fit a platform.
 *
 * <p>Files are read, never loaded or run, and are taken for hostile: every offset is checked
 * against the file's size. What a platform asks for lives in {@code platform}.
 */
@NullMarked
package dev.ocelot.packaging.binary;

import org.jspecify.annotations.NullMarked;
