@NullMarked
package dev.ocelot.maven.console;

import org.jspecify.annotations.NullMarked;
