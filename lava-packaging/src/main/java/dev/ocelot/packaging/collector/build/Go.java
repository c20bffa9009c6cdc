package dev.ocelot.packaging.collector.build;

import dev.ocelot.packaging.plan.StepProblems;
import dev.ocelot.packaging.process.ProcessEnvironment;
import dev.ocelot.packaging.process.ProcessLimits;
import dev.ocelot.packaging.process.ProcessOutput;
import dev.ocelot.packaging.process.ProcessRequest;
import dev.ocelot.packaging.process.ProcessResult;
import dev.ocelot.packaging.process.ProcessRunner;
import dev.ocelot.packaging.progress.BuildLog;
import dev.ocelot.problem.Problem;
import dev.ocelot.problem.ProblemException;
import dev.ocelot.problem.Remedy;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Runs Go in one workspace, with what it prints in a log. */
final class Go {
  private static final ProcessLimits LIMITS = ProcessLimits.of(Duration.ofHours(1));

  private final GoToolchain toolchain;
  private final ProcessRunner runner;
  private final Path directory;
  private final BuildLog log;

  Go(GoToolchain toolchain, ProcessRunner runner, Path directory, BuildLog log) {
    this.toolchain = toolchain;
    this.runner = runner;
    this.directory = directory;
    this.log = log;
  }

  /**
   * Runs a command.
   *
   * @param purpose what it is for, such as {@code settling the modules of minimal}
   * @param additions variables that it gets besides
   * @param arguments what comes after {@code go}
   * @throws ProblemException {@code build-failed} with the last lines and the log's place
   */
  void run(String purpose, Map<String, String> additions, List<String> arguments) {
    run(purpose, additions, arguments, ProcessOutput.lines(log));
  }

  /**
   * Runs a command and keeps what it prints.
   *
   * @param purpose what it is for
   * @param arguments what comes after {@code go}
   * @return the lines of its standard output
   * @throws ProblemException {@code build-failed}
   */
  List<String> lines(String purpose, List<String> arguments) {
    List<String> lines = new ArrayList<>();
    run(purpose, Map.of(), arguments, ProcessOutput.lines(lines::add));
    return lines;
  }

  private void run(
      String purpose, Map<String, String> additions, List<String> arguments, ProcessOutput out) {
    List<String> argv = new ArrayList<>(List.of(toolchain.program().toString()));
    argv.addAll(arguments);
    Map<String, String> environment = new TreeMap<>(toolchain.environment());
    environment.putAll(additions);
    ProcessRequest request =
        ProcessRequest.of(argv, LIMITS)
            .withDirectory(directory)
            .withEnvironment(ProcessEnvironment.exactly(environment))
            .withOutput(out)
            .withErrorLines(log);
    log.accept("$ " + request.command());
    ProcessResult result = runner.run(request);
    if (!result.succeeded()) {
      throw failure(purpose, result);
    }
  }

  private ProblemException failure(String purpose, ProcessResult result) {
    String remedy = "read the log; what Go says of a module is about its entry in go.mod";
    Problem problem =
        result.problem(StepProblems.BUILD_FAILED, purpose + " failed", Remedy.advice(remedy));
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
