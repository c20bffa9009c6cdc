package dev.ocelot.packaging.publish;

/** What is to be mended about a version that is published already. */
public enum Repair {
  /** The table has no row of it. */
  WRITE_ROW("its row is missing", "wrote its row"),
  /** The table's row says something else. */
  MEND_ROW("its row says something else", "mended its row"),
  /** It should be public and is not. */
  MAKE_PUBLIC("it is not public", "made it public"),
  /** It should not be public and is, by our own doing. */
  MAKE_PRIVATE("it is public", "took its publication to everyone back");

  private final String reason;
  private final String done;

  Repair(String reason, String done) {
    this.reason = reason;
    this.done = done;
  }

  /**
   * What is wrong.
   *
   * @return such as {@code its row is missing}
   */
  public String reason() {
    return reason;
  }

  /**
   * What was done about it.
   *
   * @return such as {@code wrote its row}
   */
  public String done() {
    return done;
  }
}
