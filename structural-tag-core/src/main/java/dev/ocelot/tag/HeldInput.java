package dev.ocelot.tag;

/**
 * An input whose bytes are held, so that what is learnt from them and the tag are about the same
 * bytes, however often the file is written meanwhile.
 */
public final class HeldInput {
  private final TagInput input;
  private final byte[] bytes;

  HeldInput(TagInput input, byte[] bytes) {
    this.input = input;
    this.bytes = bytes;
  }

  /**
   * Which file it was.
   *
   * @return the input
   */
  public TagInput input() {
    return input;
  }

  /**
   * All of its bytes.
   *
   * @return not to be changed
   */
  public byte[] bytes() {
    return bytes;
  }

  @Override
  public String toString() {
    return input.path() + ", " + bytes.length + " bytes";
  }
}
