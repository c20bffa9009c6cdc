/**
 * Compares: computed tags with declared ones, and the tag files of what was built with both.
 *
 * <p>Here live the checks and their results. Declared tags are read and written in {@code
 * dev.ocelot.tag.declared}; why two tags differ is said in {@code dev.ocelot.tag.explain}.
 */
@NullMarked
package dev.ocelot.tag.check;

import org.jspecify.annotations.NullMarked;
