/** Tests of components. */
package dev.ocelot.tag.component;
