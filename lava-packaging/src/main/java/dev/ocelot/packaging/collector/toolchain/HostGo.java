package dev.ocelot.packaging.collector.toolchain;

import dev.ocelot.packaging.plan.StepProblems;
import dev.ocelot.packaging.process.ProcessEnvironment;
import dev.ocelot.packaging.process.ProcessLimits;
import dev.ocelot.packaging.process.ProcessOutput;
import dev.ocelot.packaging.process.ProcessRequest;
import dev.ocelot.packaging.process.ProcessResult;
import dev.ocelot.packaging.process.ProcessRunner;
import dev.ocelot.packaging.progress.BuildLog;
import dev.ocelot.problem.FileAccessProblem;
import dev.ocelot.problem.Problem;
import dev.ocelot.problem.ProblemException;
import dev.ocelot.problem.ProblemId;
import dev.ocelot.problem.Remedy;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Runs the Go of this machine, with its module and build caches. */
final class HostGo implements GoRoom {
  private static final ProcessLimits LIMITS = ProcessLimits.of(Duration.ofHours(1));

  private final Path program;
  private final Path moduleCache;
  private final Map<String, String> environment;
  private final UrlLogins logins;
  private final ProcessRunner runner;

  /**
   * A Go.
   *
   * @param program the command
   * @param moduleCache where downloaded modules lie
   * @param environment what it is run with
   * @param runner runs it
   */
  HostGo(Path program, Path moduleCache, Map<String, String> environment, ProcessRunner runner) {
    this.program = program;
    this.moduleCache = moduleCache;
    this.environment = Map.copyOf(environment);
    this.logins = UrlLogins.in(environment);
    this.runner = runner;
  }

  @Override
  public List<List<String>> settle(GoTask task, Path modules, BuildLog log) {
    return run(task, log);
  }

  @Override
  public List<List<String>> build(GoTask task, Path modules, BuildLog log) {
    return run(task, log);
  }

  @Override
  public ModuleFiles files(Path modules) {
    return new UnpackedModules(moduleCache);
  }

  @Override
  public boolean isCurrent() {
    return true;
  }

  private List<List<String>> run(GoTask task, BuildLog log) {
    try {
      Files.createDirectories(task.workspace().resolveSibling(GoTask.RESULTS));
    } catch (IOException e) {
      throw new ProblemException(
          Problem.error(ProblemId.FILE_ACCESS, "the folder for Go's results cannot be made: " + e)
              .withRemedy(FileAccessProblem.MAKE_ROOM),
          e);
    }
    List<List<String>> outputs = new ArrayList<>();
    for (GoTask.Command command : task.commands()) {
      outputs.add(run(task, command, log));
    }
    return outputs;
  }

  private List<String> run(GoTask task, GoTask.Command command, BuildLog log) {
    List<String> argv = new ArrayList<>(List.of(program.toString()));
    argv.addAll(command.arguments());
    Map<String, String> all = new TreeMap<>(environment);
    all.putAll(command.additions());
    List<String> lines = new ArrayList<>();
    ProcessRequest request =
        ProcessRequest.of(argv, LIMITS)
            .withDirectory(task.workspace())
            .withEnvironment(ProcessEnvironment.exactly(all))
            .withOutput(ProcessOutput.lines(lines::add))
            .withErrorLines(line -> log.accept(logins.hide(line)));
    log.accept("$ " + request.command());
    ProcessResult result = logins.hide(runner.run(request));
    if (!result.succeeded()) {
      throw failure(task.purpose(), result, log);
    }
    return lines;
  }

  private static ProblemException failure(String purpose, ProcessResult result, BuildLog log) {
    Remedy remedy = GoAdvice.of(result.tail());
    Problem problem = result.problem(StepProblems.BUILD_FAILED, purpose + " failed", remedy);
    return new ProblemException(
        new Problem(
            problem.id(),
            problem.severity(),
            problem.message() + System.lineSeparator() + "  log: " + log.path(),
            problem.location(),
            problem.got(),
            problem.expected(),
            problem.remedy()));
  }
}
