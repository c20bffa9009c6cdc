/**
 * What the threads of one JVM share across class realms, and what processes share through files.
 *
 * <p>Here live counted tokens and the lock of a file. What they guard (entries of the store, the
 * budget of a plan, a shared download) does not live here.
 */
@NullMarked
package dev.ocelot.packaging.lock;

import org.jspecify.annotations.NullMarked;
