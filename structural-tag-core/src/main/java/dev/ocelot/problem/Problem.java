package dev.ocelot.problem;

/**
 * One thing that is wrong, with everything a reader needs to mend it.
 *
 * @param id the stable name of the kind of problem
 * @param severity whether the run fails because of it
 * @param message what is wrong with which thing, one sentence without a full stop
 * @param location where
 * @param got what was found; empty where there is nothing to compare
 * @param expected what should have been found, legal values included; empty where there is nothing
 *     to compare
 * @param remedy what to do
 */
public record Problem(
    ProblemId id,
    Severity severity,
    String message,
    Location location,
    String got,
    String expected,
    Remedy remedy) {

  /** Whether a problem fails the run. */
  public enum Severity {
    /** The run fails. */
    ERROR,
    /** The run goes on. */
    WARNING
  }

  /**
   * An error without place, comparison or remedy; the {@code with} methods add them.
   *
   * @param id the kind of problem
   * @param message what is wrong
   * @return the problem
   */
  public static Problem error(ProblemId id, String message) {
    return new Problem(id, Severity.ERROR, message, Location.NONE, "", "", Remedy.NONE);
  }

  /**
   * A warning without place, comparison or remedy.
   *
   * @param id the kind of problem
   * @param message what is wrong
   * @return the problem
   */
  public static Problem warning(ProblemId id, String message) {
    return new Problem(id, Severity.WARNING, message, Location.NONE, "", "", Remedy.NONE);
  }

  /**
   * The same problem at a place.
   *
   * @param where the place
   * @return a copy
   */
  public Problem at(Location where) {
    return new Problem(id, severity, message, where, got, expected, remedy);
  }

  /**
   * The same problem with a comparison.
   *
   * @param found what was found
   * @param wanted what should have been found
   * @return a copy
   */
  public Problem comparing(String found, String wanted) {
    return new Problem(id, severity, message, location, found, wanted, remedy);
  }

  /**
   * The same problem with advice.
   *
   * @param advice what to do
   * @return a copy
   */
  public Problem withRemedy(Remedy advice) {
    return new Problem(id, severity, message, location, got, expected, advice);
  }

  /**
   * Whether the run fails because of this problem.
   *
   * @return true for an error
   */
  public boolean isError() {
    return severity == Severity.ERROR;
  }

  @Override
  public String toString() {
    StringBuilder text = new StringBuilder(id.text()).append(": ");
    String where = location.toString();
    if (!where.isEmpty()) {
      text.append(where).append(": ");
    }
    text.append(message);
    if (!got.isEmpty() || !expected.isEmpty()) {
      text.append(" (got ").append(got).append(", expected ").append(expected).append(')');
    }
    return text.toString();
  }
}
