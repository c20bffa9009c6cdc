/** Tests of tokens and locks. */
@NullMarked
package dev.ocelot.packaging.lock;

import org.jspecify.annotations.NullMarked;
