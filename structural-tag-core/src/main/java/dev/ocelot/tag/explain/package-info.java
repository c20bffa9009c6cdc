/**
 * Says why a computed tag is not the declared one: which input changed, was added, removed or
 * reordered since.
 *
 * <p>Here live the manifests that remember what a tag was computed from, the port to a repository's
 * history, the comparison of two lists of inputs, and its rendering as text and JSON. Tags are
 * computed and compared elsewhere; nothing here decides whether a component is stale.
 */
@NullMarked
package dev.ocelot.tag.explain;

import org.jspecify.annotations.NullMarked;
