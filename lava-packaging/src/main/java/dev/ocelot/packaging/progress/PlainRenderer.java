package dev.ocelot.packaging.progress;

/** The lines that a log gets. Pure. */
final class PlainRenderer {
  private static final int LONGEST = 100;

  private PlainRenderer() {}

  /** A job that goes on: what, how far, how long, and what it does now. */
  static String going(JobView job) {
    StringBuilder text = new StringBuilder(Wording.harmless(job.name())).append(": ");
    String far = Wording.howFar(job.total(), job.done());
    if (!far.isEmpty()) {
      text.append(far).append(", ");
    }
    text.append(Wording.howLong(job.took()));
    String line = Wording.harmless(job.line());
    if (!line.isEmpty()) {
      text.append(": ").append(shortened(line));
    }
    return text.toString();
  }

  private static String shortened(String line) {
    if (line.codePointCount(0, line.length()) <= LONGEST) {
      return line;
    }
    return line.substring(0, line.offsetByCodePoints(0, LONGEST - 1)) + "…";
  }

  /** A job that ended: what, how, after how long. */
  static String finished(JobView job, Outcome outcome) {
    String how =
        switch (outcome.kind()) {
          case DONE -> " in ";
          case FAILED, CANCELLED -> " after ";
        };
    return Wording.harmless(job.name())
        + ": "
        + Wording.harmless(outcome.text())
        + how
        + Wording.howLong(job.took());
  }
}
