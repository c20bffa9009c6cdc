package dev.ocelot.packaging.ci;

import dev.ocelot.problem.Problems;
import java.util.ArrayList;
import java.util.List;

/**
 * GitLab CI: a child pipeline whose jobs extend {@code .build-layer} and {@code .release-layer} of
 * a file in the repository.
 *
 * @param jobsFile that file, relative to the repository's root
 */
public record GitLabMatrix(String jobsFile) implements MatrixForm {
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
    MatrixLimit.check("a job of GitLab CI", jobs, MOST, problems);
  }
}
