/**
 * Components: what they are called, where they lie, and what a repository says about them.
 *
 * <p>Here live the root of a repository, the two layouts, the rules that derive every name from a
 * component's name, the reader of {@code config/components.yaml} and the selection of components.
 * What a build script declares as its inputs is read in {@code dev.ocelot.tag.script}; declared
 * tags in {@code dev.ocelot.tag.declared}.
 */
@NullMarked
package dev.ocelot.tag.component;

import org.jspecify.annotations.NullMarked;
