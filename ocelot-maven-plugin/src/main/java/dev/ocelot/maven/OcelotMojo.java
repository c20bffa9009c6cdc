package dev.ocelot.maven;

import dev.ocelot.maven.console.LogSink;
import dev.ocelot.maven.console.Report;
import dev.ocelot.maven.console.ReportSink;
import java.io.File;
import java.nio.file.Path;
import org.apache.maven.execution.MavenSession;
import org.apache.maven.plugin.AbstractMojo;
import org.apache.maven.plugin.MojoExecution;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugin.MojoFailureException;
import org.apache.maven.plugins.annotations.Parameter;
import org.apache.maven.project.MavenProject;
import org.jspecify.annotations.Nullable;

/**
 * A goal: parameters in, one call, a result printed.
 *
 * <p>This class decides whether a goal runs, prints its report and is the only place that turns
 * problems into Maven's exceptions. A subclass holds parameters and {@link #run}.
 */
public abstract class OcelotMojo extends AbstractMojo {

  /**
   * Skips every goal of Ocelot.
   *
   * @since 0.1.0
   */
  @Parameter(property = "ocelot.skip", defaultValue = "false")
  private boolean skip;

  /**
   * The repository that holds the components. By default the nearest folder, from the module's
   * upwards, that holds declared tags, {@code config/components.yaml}, a component or {@code .git}.
   *
   * @since 0.1.0
   */
  @Parameter(property = "ocelot.root")
  private @Nullable File root;

  @Parameter(defaultValue = "${session}", readonly = true, required = true)
  private MavenSession session;

  @Parameter(defaultValue = "${project}", readonly = true)
  private @Nullable MavenProject project;

  @Parameter(defaultValue = "${mojoExecution}", readonly = true, required = true)
  private MojoExecution execution;

  @Override
  public final void execute() throws MojoExecutionException, MojoFailureException {
    Path given = root == null ? null : root.toPath();
    try (Ground ground = new Ground(session, project, execution, given, getLog())) {
      if (skip || isSkipped()) {
        getLog().info("skipped");
        skipped(ground);
        return;
      }
      new GoalRun(ground).run(this::run, this::sink);
    }
  }

  /**
   * Whether a parameter of this goal or of its area skips it.
   *
   * @return true to do nothing
   */
  protected boolean isSkipped() {
    return false;
  }

  /**
   * What is left to do when the goal is skipped.
   *
   * @param ground where the goal would have run
   */
  protected void skipped(Ground ground) {
    // Most goals leave nothing behind that others rely on.
  }

  /**
   * Where the goal's report goes.
   *
   * @param ground where the goal runs
   * @return by default the log
   */
  protected ReportSink sink(Ground ground) {
    return new LogSink(ground.console().log());
  }

  /**
   * Does the goal's work by one call.
   *
   * @param ground where the goal runs
   * @return what to show; problems in it that are errors fail the build
   */
  protected abstract Report run(Ground ground);
}
