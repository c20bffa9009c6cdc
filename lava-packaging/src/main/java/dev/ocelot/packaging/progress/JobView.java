package dev.ocelot.packaging.progress;

import java.time.Duration;

/**
 * A job at one moment.
 *
 * @param name what is done to what
 * @param total how much there is to do
 * @param done how much was done
 * @param line what it does now; may be empty
 * @param took since it began
 */
record JobView(String name, Amount total, long done, String line, Duration took) {}
