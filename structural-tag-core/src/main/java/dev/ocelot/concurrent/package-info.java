/**
 * Work for many items on several threads.
 *
 * <p>Here lives how it is spread and brought back in order. What the work is, and whether it may be
 * done by several threads, is for those who ask.
 */
@NullMarked
package dev.ocelot.concurrent;

import org.jspecify.annotations.NullMarked;
