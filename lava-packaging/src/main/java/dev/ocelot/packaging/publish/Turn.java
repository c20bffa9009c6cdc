package dev.ocelot.packaging.publish;

import java.util.OptionalLong;

/**
 * The right to publish a layer to a region now.
 *
 * @param lock says so to other runs
 * @param highest the highest number that the layer had after the lock was taken, 0 without any;
 *     empty when nobody looked
 */
record Turn(HeldLock lock, OptionalLong highest) {}
