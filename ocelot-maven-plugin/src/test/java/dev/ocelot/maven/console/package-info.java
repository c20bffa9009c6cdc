/** Tests of what a person or a program sees. */
@NullMarked
package dev.ocelot.maven.console;

import org.jspecify.annotations.NullMarked;
