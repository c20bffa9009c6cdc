/**
 * What a person or a program sees: problems, tables, reports, progress.
 *
 * <p>Standard output has one owner, {@link dev.ocelot.maven.console.StandardOutput}; all else goes
 * through Maven's logger. What is shown is decided in the packages of the goals.
 */
@NullMarked
package dev.ocelot.maven.console;

import org.jspecify.annotations.NullMarked;
