/** Tests of what git remembers, with a real git. */
@NullMarked
package dev.ocelot.packaging.git;

import org.jspecify.annotations.NullMarked;
