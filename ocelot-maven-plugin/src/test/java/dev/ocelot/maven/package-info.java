@NullMarked
package dev.ocelot.maven;

import org.jspecify.annotations.NullMarked;
