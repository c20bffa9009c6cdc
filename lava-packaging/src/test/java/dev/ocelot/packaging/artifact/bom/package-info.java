/** Bills and statements, read by what others use to read them. */
@NullMarked
package dev.ocelot.packaging.artifact.bom;

import org.jspecify.annotations.NullMarked;
