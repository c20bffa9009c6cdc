/**
 * Brings commits of other people's git repositories onto this machine: a location and a ref become
 * a commit, a commit becomes a folder that nobody changes.
 *
 * <p>Nothing of such a repository runs here: no hooks, no filters, no settings of its own, and
 * submodules are not followed. What this repository's own git remembers lives in {@code git}; what
 * a checkout is used for lives with whoever asks for it.
 */
@NullMarked
package dev.ocelot.packaging.source.git;

import org.jspecify.annotations.NullMarked;
