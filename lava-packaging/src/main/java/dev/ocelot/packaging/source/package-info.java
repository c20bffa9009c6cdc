/**
 * Brings declared files onto this machine, once for each digest.
 *
 * <p>Here live the cache, the port through which it fetches, and fetchers for files and the web.
 * Where a declaration stands and what is done with a file live elsewhere, and so does what needs a
 * build tool to fetch.
 */
@NullMarked
package dev.ocelot.packaging.source;

import org.jspecify.annotations.NullMarked;
