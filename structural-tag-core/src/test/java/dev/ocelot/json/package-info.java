/** Tests of writing JSON. */
package dev.ocelot.json;
