package dev.ocelot.packaging.progress;

/**
 * How large a terminal is.
 *
 * @param rows lines, one of which is the cursor's
 * @param columns characters in a line
 */
public record WindowSize(int rows, int columns) {
  /** What a terminal is taken for that does not say. */
  public static final WindowSize USUAL = new WindowSize(24, 80);
}
