/** Digests, held to published examples. */
package dev.ocelot.digest;
