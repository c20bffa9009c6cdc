/** The rules that hold this module together. */
@NullMarked
package dev.ocelot.packaging;

import org.jspecify.annotations.NullMarked;
