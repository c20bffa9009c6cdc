package dev.ocelot.packaging.ci;

import dev.ocelot.problem.Problem;
import dev.ocelot.problem.ProblemId;
import dev.ocelot.problem.Problems;
import dev.ocelot.problem.Remedy;
import java.util.ArrayList;
import java.util.List;

/** How an engine is told which jobs to run. */
public interface MatrixForm {

  /**
   * The matrix as the engine reads it.
   *
   * @param matrix the jobs
   * @return lines for a person or a file
   */
  List<String> lines(BuildMatrix matrix);

  /**
   * The matrix as outputs of the step that computes it.
   *
   * @param matrix the jobs
   * @return the outputs; none where the engine reads a file instead
   */
  List<StepOutput> outputs(BuildMatrix matrix);

  /**
   * Says when the engine would refuse the matrix.
   *
   * @param matrix the jobs
   * @param problems takes {@code config-invalid}
   */
  void check(BuildMatrix matrix, Problems problems);

  /** GitHub Actions: JSON for {@code strategy.matrix}. */
  final class GitHub implements MatrixForm {
    private static final int MOST = 256;

    @Override
    public List<String> lines(BuildMatrix matrix) {
      return List.of(
          "Build matrix: " + MatrixJson.of(matrix.buildAxes()),
          "Release matrix: " + MatrixJson.of(matrix.releaseAxes()));
    }

    @Override
    public List<StepOutput> outputs(BuildMatrix matrix) {
      return List.of(
          new StepOutput("build_jobs", MatrixJson.of(matrix.buildAxes())),
          new StepOutput("release_jobs", MatrixJson.of(matrix.releaseAxes())));
    }

    @Override
    public void check(BuildMatrix matrix, Problems problems) {
      limit("GitHub Actions", matrix.jobs(), MOST, problems);
    }
  }

  /**
   * GitLab CI: a child pipeline whose jobs extend {@code .build-layer} and {@code .release-layer}
   * of a file in the repository.
   *
   * @param jobsFile that file, relative to the repository's root
   */
  record GitLab(String jobsFile) implements MatrixForm {
    private static final int MOST = 200;

    @Override
    public List<String> lines(BuildMatrix matrix) {
      List<String> lines = new ArrayList<>(List.of("include:", "  - local: " + quoted(jobsFile)));
      List<String> names = matrix.distributions().isEmpty() ? List.of("") : matrix.distributions();
      for (String name : names) {
        String suffix = name.isEmpty() ? "" : "-" + name;
        job(lines, "build-layer", suffix, name);
        axis(lines, "OCELOT_ARCHITECTURE", matrix.architectures());
        job(lines, "release-layer", suffix, name);
        axis(lines, "OCELOT_ARCHITECTURE", matrix.architectures());
        axis(lines, "OCELOT_REGION", matrix.regions());
        lines.add("  needs: [\"build-layer" + suffix + "\"]");
      }
      return lines;
    }

    private static void job(List<String> lines, String kind, String suffix, String name) {
      lines.add("");
      lines.add("\"" + kind + suffix + "\":");
      lines.add("  extends: ." + kind);
      if (!name.isEmpty()) {
        lines.add("  variables:");
        lines.add("    OCELOT_DISTRIBUTION: \"" + name + "\"");
      }
      lines.add("  parallel:");
      lines.add("    matrix:");
    }

    private static void axis(List<String> lines, String variable, List<String> values) {
      String dash = lines.get(lines.size() - 1).endsWith("matrix:") ? "      - " : "        ";
      lines.add(dash + variable + ": [\"" + String.join("\", \"", values) + "\"]");
    }

    private static String quoted(String text) {
      return "'" + text.replace("'", "''") + "'";
    }

    @Override
    public List<StepOutput> outputs(BuildMatrix matrix) {
      return List.of();
    }

    @Override
    public void check(BuildMatrix matrix, Problems problems) {
      long jobs = matrix.jobs() / Math.max(1, matrix.distributions().size());
      limit("a job of GitLab CI", jobs, MOST, problems);
    }
  }

  private static void limit(String engine, long jobs, int most, Problems problems) {
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
