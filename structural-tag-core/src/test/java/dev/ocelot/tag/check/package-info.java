/** Tests of comparing tags. */
package dev.ocelot.tag.check;
