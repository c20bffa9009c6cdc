/** Tests of computing tags. */
package dev.ocelot.tag;
