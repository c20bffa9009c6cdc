/** Tests of sources, with servers that lie. */
@NullMarked
package dev.ocelot.packaging.source;

import org.jspecify.annotations.NullMarked;
