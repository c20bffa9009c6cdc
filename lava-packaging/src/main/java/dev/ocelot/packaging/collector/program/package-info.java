/**
 * What a program says of itself that Go has linked: the modules in it, and how much code each
 * package has. Both are there in a stripped program too, and no Go is needed to read them.
 *
 * <p>What the numbers are used for is not known here.
 */
@NullMarked
package dev.ocelot.packaging.collector.program;

import org.jspecify.annotations.NullMarked;
