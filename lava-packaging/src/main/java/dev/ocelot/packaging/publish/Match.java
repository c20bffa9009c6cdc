package dev.ocelot.packaging.publish;

/**
 * A published version that already is what shall be published.
 *
 * @param version the version
 * @param by why it counts
 */
public record Match(LayerVersion version, By by) {

  /** Why a version counts as published. */
  public enum By {
    /** It holds the same bytes. */
    MD5("has the same MD5"),
    /** It holds the same files in another packing. */
    CONTENT("has the same content digest");

    private final String words;

    By(String words) {
      this.words = words;
    }

    /**
     * The reason in words.
     *
     * @return such as {@code has the same MD5}
     */
    public String words() {
      return words;
    }
  }
}
