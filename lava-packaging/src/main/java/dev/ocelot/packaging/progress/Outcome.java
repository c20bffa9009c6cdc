package dev.ocelot.packaging.progress;

/**
 * How a job ended.
 *
 * @param kind well or not
 * @param text the word that a reader sees, such as {@code built}, {@code reused} or {@code failed}
 */
public record Outcome(Kind kind, String text) {
  /** Well or not. */
  public enum Kind {
    /** As it should. */
    DONE,
    /** It could not be done. */
    FAILED,
    /** Somebody asked to give up. */
    CANCELLED
  }

  /**
   * It ended as it should.
   *
   * @param text the word that a reader sees
   * @return the outcome
   */
  public static Outcome done(String text) {
    return new Outcome(Kind.DONE, text);
  }

  /**
   * It could not be done.
   *
   * @param text the words that a reader sees
   * @return the outcome
   */
  public static Outcome failed(String text) {
    return new Outcome(Kind.FAILED, text);
  }

  /**
   * Somebody asked to give up.
   *
   * @return the outcome
   */
  public static Outcome cancelled() {
    return new Outcome(Kind.CANCELLED, "cancelled");
  }
}
