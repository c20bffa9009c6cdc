/** Tests of checkouts, with repositories made by a real git. */
@NullMarked
package dev.ocelot.packaging.source.git;

import org.jspecify.annotations.NullMarked;
