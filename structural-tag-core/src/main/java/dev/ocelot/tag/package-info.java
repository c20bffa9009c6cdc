/**
 * The structural tag: a digest over a component's ordered inputs.
 *
 * <p>Here live the tag, its inputs and the one place that computes it. What a component is, where
 * its inputs are declared and what a tag is compared with live in the packages below.
 */
@NullMarked
package dev.ocelot.tag;

import org.jspecify.annotations.NullMarked;
