package dev.ocelot.yaml;

/**
 * How much of a file is read before it is refused.
 *
 * @param bytes the size of a file, looked at before it is opened
 * @param depth how deep collections lie in one another
 * @param nodes how many values a file holds, with every alias counted as if it were written out;
 *     this is what stops a small file that stands for millions of values
 */
public record YamlLimits(int bytes, int depth, int nodes) {
  /** Far above what a repository of 20,000 components needs. */
  public static final YamlLimits DEFAULT = new YamlLimits(8 << 20, 64, 1_000_000);
}
