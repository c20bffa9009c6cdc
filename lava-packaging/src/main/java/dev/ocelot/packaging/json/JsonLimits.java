package dev.ocelot.packaging.json;

/**
 * How much of a document is read.
 *
 * @param bytes the longest document
 * @param depth how deep objects and arrays may nest
 * @param tokens the most values, names and brackets
 */
public record JsonLimits(int bytes, int depth, int tokens) {
  /** Ample for everything that this project writes. */
  public static final JsonLimits DEFAULT = new JsonLimits(16 * 1024 * 1024, 32, 1_000_000);
}
