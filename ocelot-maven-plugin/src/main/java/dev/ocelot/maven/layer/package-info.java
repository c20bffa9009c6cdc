/**
 * Goals that publish layers. What publishing means lives in {@code dev.ocelot.packaging.publish}.
 */
@NullMarked
package dev.ocelot.maven.layer;

import org.jspecify.annotations.NullMarked;
