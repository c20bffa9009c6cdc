/**
 * Work as data, and the one place that runs it.
 *
 * <p>Here live steps, plans and the runner that orders them, looks results up in the store, keeps
 * to the budget of the JVM, gives reasons, reports progress and ends what is cancelled. What a step
 * does, and how its key is made up, belongs to the kind of artifact that plans it.
 */
@NullMarked
package dev.ocelot.packaging.plan;

import org.jspecify.annotations.NullMarked;
