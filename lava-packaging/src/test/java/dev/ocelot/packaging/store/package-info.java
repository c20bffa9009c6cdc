/** Tests of the store. */
@NullMarked
package dev.ocelot.packaging.store;

import org.jspecify.annotations.NullMarked;
