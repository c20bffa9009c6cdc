package dev.ocelot.packaging.ci;

import dev.ocelot.problem.Problems;
import java.util.List;

/** GitHub Actions: JSON for {@code strategy.matrix}. */
public final class GitHubMatrix implements MatrixForm {
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
    MatrixLimit.check("GitHub Actions", matrix.jobs(), MOST, problems);
  }
}
