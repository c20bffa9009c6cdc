/**
 * What a user got wrong, as data: which rule, where, what was found, and what to do about it.
 *
 * <p>Here live the shapes that carry a problem from the place that finds it to the place that
 * prints it. Rendering does not live here: a front end knows the words of its users (see {@link
 * dev.ocelot.problem.Remedy}), this package does not.
 */
@NullMarked
package dev.ocelot.problem;

import org.jspecify.annotations.NullMarked;
