/**
 * What leaves Java: the structural tag functions for containers and devices that have only a shell.
 *
 * <p>Here live the text of the POSIX shell file and the tag variables that it can carry. The shell
 * code itself is the resource {@code tag-functions.sh} beside this package; where the file is
 * written is decided by the caller.
 */
@NullMarked
package dev.ocelot.tag.export;

import org.jspecify.annotations.NullMarked;
