package dev.ocelot.packaging.archive;

/**
 * How an archive is written.
 *
 * @param format the format
 * @param level how hard to compress, within the format's levels
 * @param epochSeconds the time of every entry in seconds since 1970; a zip holds nothing before
 *     1980 and only even seconds
 * @param threads how many threads to use; the bytes do not depend on it
 */
public record Packing(ArchiveFormat format, int level, long epochSeconds, int threads) {

  /** 1980-01-01T00:00:00Z: the oldest time that every format can hold. */
  public static final long DEFAULT_EPOCH = 315_532_800L;

  /** Checks the ranges. */
  public Packing {
    if (level < format.lowestLevel() || level > format.highestLevel()) {
      throw new IllegalArgumentException(format.extension() + " has no level " + level);
    }
    if (epochSeconds < 0 || epochSeconds > 0x1_FFFF_FFFFL || threads < 1) {
      throw new IllegalArgumentException("epoch " + epochSeconds + ", threads " + threads);
    }
  }

  /**
   * The defaults of a format.
   *
   * @param format the format
   * @param threads how many threads to use
   * @return the default level and epoch
   */
  public static Packing of(ArchiveFormat format, int threads) {
    return new Packing(format, format.defaultLevel(), DEFAULT_EPOCH, threads);
  }
}
