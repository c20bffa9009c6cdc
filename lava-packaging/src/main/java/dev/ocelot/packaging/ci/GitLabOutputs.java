package dev.ocelot.packaging.ci;

import dev.ocelot.file.AtomicFile;
import dev.ocelot.problem.FileAccessProblem;
import dev.ocelot.problem.ProblemException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;

/**
 * GitLab CI: a dotenv report, from which later jobs get variables.
 *
 * <p>Such a report has neither lines within a value nor hyphens in a name. Ends of lines become
 * blanks, names upper case with underscores.
 */
public final class GitLabOutputs implements StepOutputs {
  private final Path report;

  /**
   * Into a report.
   *
   * @param report the file that the job declares under {@code artifacts:reports:dotenv}; replaced
   */
  public GitLabOutputs(Path report) {
    this.report = report;
  }

  @Override
  public boolean set(List<StepOutput> outputs) {
    StringBuilder lines = new StringBuilder();
    for (StepOutput output : outputs) {
      String name = output.name().toUpperCase(Locale.ROOT).replace('-', '_');
      String value = output.value().replaceAll("[\\r\\n]+", " ").strip();
      lines.append(name).append('=').append(value).append('\n');
    }
    try {
      new AtomicFile(report).write(lines.toString().getBytes(StandardCharsets.UTF_8));
      return true;
    } catch (IOException e) {
      throw new ProblemException(FileAccessProblem.of(report.toString(), "written", e), e);
    }
  }

  @Override
  public boolean summarise(String markdown) {
    return false;
  }
}
