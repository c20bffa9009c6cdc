package dev.ocelot.tag.script;

/**
 * How a command is reached.
 *
 * @param certainty whether and how often it runs
 * @param why where it stands, for a message such as {@code it stands in a function}
 */
record Flow(Certainty certainty, String why) {
  /** At the top of the script, or in a group there. */
  static final Flow CERTAIN = new Flow(Certainty.ONCE, "");

  enum Certainty {
    /** Exactly once, in the order of the text, unless the script ends before. */
    ONCE,
    /** Once, but in a shell of its own, so that assignments are lost. */
    ONCE_APART,
    /** Perhaps, or several times. */
    PERHAPS,
    /** Whenever a function is called. */
    IN_FUNCTION
  }

  /** As {@code equals}, whose first call in a process takes a record longer than a whole script. */
  boolean isSame(Flow other) {
    return certainty == other.certainty && why.equals(other.why);
  }

  boolean isCertain() {
    return certainty == Certainty.ONCE || certainty == Certainty.ONCE_APART;
  }

  /** What is reached like this, and apart from the script's own shell. */
  Flow apart() {
    return certainty == Certainty.ONCE ? new Flow(Certainty.ONCE_APART, why) : this;
  }

  /** What is reached from here only sometimes. */
  Flow perhaps(String where) {
    return certainty == Certainty.IN_FUNCTION ? this : new Flow(Certainty.PERHAPS, where);
  }

  static Flow inFunction(String name) {
    return new Flow(Certainty.IN_FUNCTION, "in the function " + name);
  }
}
