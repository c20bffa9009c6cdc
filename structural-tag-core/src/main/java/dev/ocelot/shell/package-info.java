/**
 * Reads shell scripts as text: words with their quoting, commands with their nesting, each with its
 * line and column. Nothing is run and nothing is expanded.
 *
 * <p>Covers POSIX shell and what bash adds to its grammar. What words stand for, and what a call
 * means, is decided elsewhere.
 */
@NullMarked
package dev.ocelot.shell;

import org.jspecify.annotations.NullMarked;
