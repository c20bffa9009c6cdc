/**
 * Looks for what is wrong around the tags although every tag may be right: wiring that is missing
 * somewhere between script and pipeline, scripts whose call does not say everything, image tags
 * that must be bumped too.
 *
 * <p>Here live the rules, the pipeline as far as they need it, and the findings. Nothing is run,
 * changed or computed; whether a declared tag is the computed one is told by the caller.
 */
@NullMarked
package dev.ocelot.tag.audit;

import org.jspecify.annotations.NullMarked;
