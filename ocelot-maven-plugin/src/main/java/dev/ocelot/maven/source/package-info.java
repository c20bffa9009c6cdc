/**
 * Sources that Maven's own resolver brings. Fetching, checking and keeping live in {@code
 * dev.ocelot.packaging.source}.
 */
@NullMarked
package dev.ocelot.maven.source;

import org.jspecify.annotations.NullMarked;
