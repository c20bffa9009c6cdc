/** An upstream and a module proxy of the tests' own, for the real Go and git. */
@NullMarked
package dev.ocelot.packaging.collector;

import org.jspecify.annotations.NullMarked;
