package dev.ocelot.packaging.ci;

import dev.ocelot.problem.Problem;
import dev.ocelot.problem.ProblemId;
import dev.ocelot.problem.Problems;
import dev.ocelot.problem.Remedy;

/** Holds a matrix to what an engine runs. */
final class MatrixLimit {
  private MatrixLimit() {}

  static void check(String engine, long jobs, int most, Problems problems) {
    if (jobs > most) {
      problems.add(
          Problem.error(
                  ProblemId.CONFIG_INVALID, "the matrix has more jobs than " + engine + " runs")
              .comparing(jobs + " jobs", "at most " + most)
              .withRemedy(
                  Remedy.advice(
                      "Select fewer with -Docelot.distributions= or -Docelot.regions=, or let one"
                          + " job publish to all regions")));
    }
  }
}
