package dev.ocelot.problem;

import java.util.List;

/**
 * Carries problems out of a call that cannot go on.
 *
 * <p>Thrown only with at least one error. Whoever translates it for a build tool looks at {@link
 * #problems()}, never at the message.
 */
public final class ProblemException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final transient List<Problem> problems;

  /**
   * With several problems.
   *
   * @param problems at least one
   */
  public ProblemException(List<Problem> problems) {
    super(text(problems));
    this.problems = List.copyOf(problems);
  }

  /**
   * With one problem.
   *
   * @param problem the problem
   */
  public ProblemException(Problem problem) {
    this(List.of(problem));
  }

  /**
   * With one problem and what caused it, for a stack trace.
   *
   * @param problem the problem
   * @param cause what was caught
   */
  public ProblemException(Problem problem, Throwable cause) {
    super(text(List.of(problem)), cause);
    this.problems = List.of(problem);
  }

  private static String text(List<Problem> problems) {
    if (problems.isEmpty()) {
      throw new IllegalArgumentException("an exception without a problem");
    }
    return String.join(System.lineSeparator(), problems.stream().map(Problem::toString).toList());
  }

  /**
   * The problems, in the order in which they were found.
   *
   * @return at least one
   */
  public List<Problem> problems() {
    return problems;
  }
}
