/** Tests of reading a build script's call. */
package dev.ocelot.tag.script;
