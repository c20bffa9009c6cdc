/**
 * The file that declares tags, and the files that built things carry.
 *
 * <p>Here live reading, editing and writing; comparing lives in {@code dev.ocelot.tag.check}.
 */
@NullMarked
package dev.ocelot.tag.declared;

import org.jspecify.annotations.NullMarked;
