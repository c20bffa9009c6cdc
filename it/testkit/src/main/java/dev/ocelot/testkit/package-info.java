/** What the tests of several modules share. Nothing of the product lives here. */
@NullMarked
package dev.ocelot.testkit;

import org.jspecify.annotations.NullMarked;
