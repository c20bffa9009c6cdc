/**
 * Finished work, kept by everything that shaped its bytes.
 *
 * <p>Here live the build key, the entries that it names, their verification, the lock of a key and
 * the scratch folders of work that is under way. What is built, and in which order, does not live
 * here; nor does anything that is shared between machines.
 */
@NullMarked
package dev.ocelot.packaging.store;

import org.jspecify.annotations.NullMarked;
