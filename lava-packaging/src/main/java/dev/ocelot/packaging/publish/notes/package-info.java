/**
 * The notes of a release: what it holds and where it is published. Only versions of the release's
 * own group count.
 */
@NullMarked
package dev.ocelot.packaging.publish.notes;

import org.jspecify.annotations.NullMarked;
