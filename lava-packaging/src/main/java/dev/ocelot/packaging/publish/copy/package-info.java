/**
 * Fills regions that miss a version that others have. What is copied goes through the publisher, so
 * that locks, rows, permissions and receipts are the same as if it had been published there.
 */
@NullMarked
package dev.ocelot.packaging.publish.copy;

import org.jspecify.annotations.NullMarked;
