/**
 * Holds what is published to what should be: bytes, digests, descriptions, permissions and rows.
 *
 * <p>Only reads. What is wrong is mended by publishing, copying or deleting, which live elsewhere.
 */
@NullMarked
package dev.ocelot.packaging.publish.verify;

import org.jspecify.annotations.NullMarked;
