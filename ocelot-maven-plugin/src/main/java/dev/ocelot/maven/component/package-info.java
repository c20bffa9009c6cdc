/**
 * Goals that build components. What building means lives in {@code dev.ocelot.packaging.component}.
 */
@NullMarked
package dev.ocelot.maven.component;

import org.jspecify.annotations.NullMarked;
