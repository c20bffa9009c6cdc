package dev.ocelot.testkit;

/** An archive that a careful reader must refuse. */
public final class HostileArchive {
  private final String name;
  private final byte[] bytes;
  private final String reason;

  /**
   * An archive.
   *
   * @param name what is wrong with it, for the name of a test
   * @param bytes the archive
   * @param reason what the refusal must say
   */
  HostileArchive(String name, byte[] bytes, String reason) {
    this.name = name;
    this.bytes = bytes.clone();
    this.reason = reason;
  }

  /**
   * The archive.
   *
   * @return its bytes
   */
  public byte[] bytes() {
    return bytes.clone();
  }

  /**
   * Why it must be refused.
   *
   * @return words that the refusal must hold
   */
  public String reason() {
    return reason;
  }

  @Override
  public String toString() {
    return name;
  }
}
