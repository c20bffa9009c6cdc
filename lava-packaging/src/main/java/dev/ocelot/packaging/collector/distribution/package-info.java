/**
 * What a repository declares about collector layers: distributions and their build tags, the Go
 * modules of added components, and the collector configurations that go with them.
 *
 * <p>Here live strict readers of those files and the selection that follows from them. What the
 * upstream offers, and how a layer is built, does not live here; nothing here runs a program.
 */
@NullMarked
package dev.ocelot.packaging.collector.distribution;

import org.jspecify.annotations.NullMarked;
