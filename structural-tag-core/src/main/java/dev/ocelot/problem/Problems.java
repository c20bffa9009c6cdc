package dev.ocelot.problem;

import java.util.ArrayList;
import java.util.List;

/**
 * Gathers problems as far as reading goes, so that a user sees all of them at once.
 *
 * <p>Not for several threads: each gathers its own, and the owner adds them in a fixed order.
 */
public final class Problems {
  private final List<Problem> found = new ArrayList<>();

  /**
   * Adds one.
   *
   * @param problem the problem
   */
  public void add(Problem problem) {
    found.add(problem);
  }

  /**
   * Adds several.
   *
   * @param problems the problems, in order
   */
  public void addAll(Iterable<Problem> problems) {
    for (Problem problem : problems) {
      found.add(problem);
    }
  }

  /**
   * What was found so far.
   *
   * @return the problems in the order of finding
   */
  public List<Problem> all() {
    return List.copyOf(found);
  }

  /**
   * Whether any of them is an error.
   *
   * @return true when a run cannot go on
   */
  public boolean hasErrors() {
    for (Problem problem : found) {
      if (problem.isError()) {
        return true;
      }
    }
    return false;
  }

  /**
   * Ends the call when there is an error; warnings go with it.
   *
   * @throws ProblemException with everything found, when any of it is an error
   */
  public void throwIfErrors() {
    if (hasErrors()) {
      throw new ProblemException(found);
    }
  }
}
