/** Tests of progress, with a clock and a pulse that the tests hold. */
@NullMarked
package dev.ocelot.packaging.progress;

import org.jspecify.annotations.NullMarked;
