package dev.ocelot.packaging.archive;

/**
 * How much may come out of an archive.
 *
 * @param bytes the bytes of all files together
 * @param entries the number of entries, folders and links included
 * @param ratio how many times the bytes read from the archive may come out of it; looked at once
 *     {@value #RATIO_FLOOR} bytes came out, since little files of zeros pack well
 * @param depth how many folders may lie within one another
 */
public record ExtractionLimits(long bytes, int entries, double ratio, int depth) {

  /** From how many bytes on the ratio is looked at. */
  public static final long RATIO_FLOOR = 64L << 20;

  /** Wide enough for a system image, narrow enough for a disk: 16 GiB, 500,000 entries. */
  public static final ExtractionLimits DEFAULT = new ExtractionLimits(16L << 30, 500_000, 250, 100);

  /** Checks the ranges. */
  public ExtractionLimits {
    if (bytes < 0 || entries < 0 || ratio < 1 || depth < 1) {
      throw new IllegalArgumentException("limits below nothing");
    }
  }
}
