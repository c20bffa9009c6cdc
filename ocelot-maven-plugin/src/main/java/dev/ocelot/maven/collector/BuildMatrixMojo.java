package dev.ocelot.maven.collector;

import dev.ocelot.maven.DocumentMojo;
import dev.ocelot.maven.Ground;
import dev.ocelot.maven.console.Choice;
import dev.ocelot.maven.console.Report;
import dev.ocelot.packaging.ci.GitHubMatrix;
import dev.ocelot.packaging.ci.GitLabMatrix;
import dev.ocelot.packaging.ci.MatrixForm;
import java.util.List;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;
import org.jspecify.annotations.Nullable;

/**
 * Computes the jobs that build and release collector layers: distributions, architectures and
 * regions, for GitHub Actions or GitLab CI.
 *
 * @since 0.1.0
 */
@Mojo(name = "build-matrix", requiresProject = false, threadSafe = true, aggregator = true)
public final class BuildMatrixMojo extends DocumentMojo {
  private enum Engine {
    GITHUB,
    GITLAB
  }

  /**
   * The distributions, by name, or {@code all}. By default they are no part of the matrix.
   *
   * @since 0.1.0
   */
  @Parameter(property = "ocelot.distributions")
  private @Nullable List<String> distributions;

  /**
   * The architectures, such as {@code amd64,arm64}, or {@code all}. By default all that functions
   * run on.
   *
   * @since 0.1.0
   */
  @Parameter(property = "ocelot.architectures")
  private @Nullable List<String> architectures;

  /**
   * The regions, or {@code all} for the usual ones. By default those in {@code
   * config/publish.yaml}, and where it names none the usual ones.
   *
   * @since 0.1.0
   */
  @Parameter(property = "ocelot.regions")
  private @Nullable List<String> regions;

  /**
   * The engine that runs the jobs: {@code github} for outputs and JSON, {@code gitlab} for a child
   * pipeline.
   *
   * @since 0.1.0
   */
  @Parameter(property = "ocelot.engine", defaultValue = "github")
  private String engine;

  /**
   * The file in the repository that holds the jobs {@code .build-layer} and {@code .release-layer}
   * for GitLab's child pipeline.
   *
   * @since 0.1.0
   */
  @Parameter(property = "ocelot.jobsFile", defaultValue = ".gitlab/collector-layers.yml")
  private String jobsFile;

  @Override
  protected Report run(Ground ground) {
    Engine choice = Choice.of("ocelot.engine", engine, Engine.class);
    MatrixForm form = choice == Engine.GITLAB ? new GitLabMatrix(jobsFile) : new GitHubMatrix();
    return new MatrixOutputs(ground, form, new OutputsChoice(ground.environment()).of(null))
        .run(new MatrixRequest(given(distributions), given(architectures), given(regions)));
  }

  private static List<String> given(@Nullable List<String> values) {
    return values == null ? List.of() : values;
  }
}
