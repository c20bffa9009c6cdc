package dev.ocelot.maven;

import dev.ocelot.maven.console.ProblemText;
import dev.ocelot.maven.console.ProblemsFile;
import dev.ocelot.maven.console.Report;
import dev.ocelot.maven.console.ReportSink;
import dev.ocelot.problem.Problem;
import dev.ocelot.problem.ProblemException;
import dev.ocelot.problem.ProblemId.Fault;
import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugin.MojoFailureException;
import org.jspecify.annotations.Nullable;

/** Runs a goal's one call, prints what came of it, and ends the way Maven expects. */
final class GoalRun {
  private final Ground ground;
  private final ProblemText text;

  GoalRun(Ground ground) {
    this.ground = ground;
    this.text = new ProblemText(ground::spelling);
  }

  void run(Function<Ground, Report> call, Function<Ground, ReportSink> sink)
      throws MojoExecutionException, MojoFailureException {
    List<Problem> problems;
    try {
      ReportSink out = sink.apply(ground);
      Report report = call.apply(ground);
      out.accept(report);
      problems = report.problems();
    } catch (ProblemException e) {
      end(e.problems(), e.getCause());
      return;
    } catch (RuntimeException | StackOverflowError | LinkageError e) {
      throw new MojoExecutionException(
          "a defect in Ocelot, goal "
              + ground.goal()
              + ": "
              + e
              + "; run it again with -e and report what it prints",
          e);
    }
    end(problems, null);
  }

  private void end(List<Problem> problems, @Nullable Throwable cause)
      throws MojoExecutionException, MojoFailureException {
    List<List<String>> lines = text.lines(problems);
    for (int i = 0; i < problems.size(); i++) {
      boolean error = problems.get(i).isError();
      for (String line : lines.get(i)) {
        if (error) {
          ground.console().log().error(line);
        } else {
          ground.console().log().warn(line);
        }
      }
    }
    List<Problem> errors = problems.stream().filter(Problem::isError).toList();
    remember(errors);
    if (errors.isEmpty()) {
      return;
    }
    String message = summary(errors);
    if (errors.stream().allMatch(p -> p.id().fault() == Fault.USER)) {
      throw new MojoFailureException(message, cause);
    }
    throw new MojoExecutionException(message, cause);
  }

  private void remember(List<Problem> errors) {
    Optional<Path> directory = ground.outputDirectory();
    if (directory.isEmpty()) {
      return;
    }
    try {
      new ProblemsFile(directory.get(), text).write(ground.goal(), errors);
    } catch (IOException e) {
      ground.console().log().warn("problems.json could not be written: " + e);
    }
  }

  /** The last thing that Maven prints: enough to act on without scrolling up. */
  private String summary(List<Problem> errors) {
    StringBuilder message = new StringBuilder();
    if (errors.size() > 1) {
      message.append(errors.size()).append(" problems");
    }
    Set<String> remedies = new LinkedHashSet<>();
    for (Problem error : errors) {
      List<String> lines = text.lines(error);
      message.append(message.isEmpty() ? "" : System.lineSeparator() + "  ").append(lines.get(0));
      String remedy = text.remedy(error.remedy());
      if (!remedy.isEmpty()) {
        remedies.add(remedy);
      }
    }
    for (String remedy : remedies) {
      message.append(System.lineSeparator()).append("  fix: ").append(remedy);
    }
    return message.toString();
  }
}
