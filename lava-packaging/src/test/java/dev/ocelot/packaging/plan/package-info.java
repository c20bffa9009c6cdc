/** Tests of plans. */
@NullMarked
package dev.ocelot.packaging.plan;

import org.jspecify.annotations.NullMarked;
