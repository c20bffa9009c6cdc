/** Tests of builders. */
@NullMarked
package dev.ocelot.packaging.builder;

import org.jspecify.annotations.NullMarked;
