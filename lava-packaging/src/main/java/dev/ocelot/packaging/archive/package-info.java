/**
 * Reproducible archive writers, safe archive readers, and the digest of what an archive holds.
 *
 * <p>A {@link dev.ocelot.packaging.archive.FileTree} is what is written and what comes out; writers
 * give the same bytes for the same tree on any machine, readers take every archive for hostile.
 * What goes into a tree, and where archives lie, is decided elsewhere.
 */
@NullMarked
package dev.ocelot.packaging.archive;

import org.jspecify.annotations.NullMarked;
