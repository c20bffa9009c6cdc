/**
 * The tags that a repository declares and those that built things carry: reading and writing the
 * declared-tags file, and the tag files.
 *
 * <p>Which components there are, what their tags should be and what to do about a difference does
 * not live here.
 */
@NullMarked
package dev.ocelot.tag.declared;

import org.jspecify.annotations.NullMarked;
