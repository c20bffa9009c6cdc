/** Components that are made by plan, what refuses to be made, and what is taken back. */
package dev.ocelot.tag.init;
