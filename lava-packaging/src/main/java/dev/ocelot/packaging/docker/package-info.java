/**
 * The only place that speaks to a container engine, by its command line.
 *
 * <p>Here live the port, its one implementation, the choice among the clients of a machine, the
 * labels by which a run finds what a dead one left, and the watch over a container's time. What is
 * built in a container, and how a tree becomes a tar stream, live elsewhere.
 */
@NullMarked
package dev.ocelot.packaging.docker;

import org.jspecify.annotations.NullMarked;
