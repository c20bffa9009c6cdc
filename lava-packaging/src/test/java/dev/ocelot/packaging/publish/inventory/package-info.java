/** Tests of the package of the same name. */
@NullMarked
package dev.ocelot.packaging.publish.inventory;

import org.jspecify.annotations.NullMarked;
