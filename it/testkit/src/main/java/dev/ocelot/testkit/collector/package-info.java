/** An upstream and a module proxy of the tests' own, for the real Go and git. */
@NullMarked
package dev.ocelot.testkit.collector;

import org.jspecify.annotations.NullMarked;
