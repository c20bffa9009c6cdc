/**
 * Goals that compute, compare, declare and explain structural tags. Only goals live here; what they
 * do lives in core.
 */
@NullMarked
package dev.ocelot.maven.tag;

import org.jspecify.annotations.NullMarked;
