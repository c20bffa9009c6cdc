/** The rules that hold this module together. */
@NullMarked
package dev.ocelot;

import org.jspecify.annotations.NullMarked;
