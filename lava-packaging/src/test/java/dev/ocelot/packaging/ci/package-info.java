@NullMarked
package dev.ocelot.packaging.ci;

import org.jspecify.annotations.NullMarked;
