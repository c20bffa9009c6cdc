/** Tests of the declared-tags file and of tag files. */
package dev.ocelot.tag.declared;
