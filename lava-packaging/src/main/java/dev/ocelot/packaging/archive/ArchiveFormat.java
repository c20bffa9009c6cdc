package dev.ocelot.packaging.archive;

/** A format that archives are written in. */
public enum ArchiveFormat {
  /** Zip with deflate. */
  ZIP("zip", 0, 9, 6),
  /** A tar archive compressed by gzip. */
  TAR_GZ("tar.gz", 0, 9, 6),
  /** A tar archive compressed by Zstandard. */
  TAR_ZST("tar.zst", 1, 19, 3);

  private final String extension;
  private final int lowestLevel;
  private final int highestLevel;
  private final int defaultLevel;

  ArchiveFormat(String extension, int lowestLevel, int highestLevel, int defaultLevel) {
    this.extension = extension;
    this.lowestLevel = lowestLevel;
    this.highestLevel = highestLevel;
    this.defaultLevel = defaultLevel;
  }

  /**
   * The end of a file name.
   *
   * @return such as {@code tar.gz}, without a leading dot
   */
  public String extension() {
    return extension;
  }

  /**
   * The level that packs least.
   *
   * @return the level
   */
  public int lowestLevel() {
    return lowestLevel;
  }

  /**
   * The level that packs most.
   *
   * @return the level
   */
  public int highestLevel() {
    return highestLevel;
  }

  /**
   * The level to take when none is asked for.
   *
   * @return the level
   */
  public int defaultLevel() {
    return defaultLevel;
  }
}
