/** Tests of evaluated scripts, with a real bash. */
@NullMarked
package dev.ocelot.packaging.evaluate;

import org.jspecify.annotations.NullMarked;
