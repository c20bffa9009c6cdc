package dev.ocelot.packaging.collector.toolchain;

import dev.ocelot.packaging.process.ProcessEnvironment;
import dev.ocelot.packaging.process.ProcessLimits;
import dev.ocelot.packaging.process.ProcessOutput;
import dev.ocelot.packaging.process.ProcessRequest;
import dev.ocelot.packaging.process.ProcessRunner;
import dev.ocelot.packaging.process.Tools;
import dev.ocelot.problem.ProblemException;
import dev.ocelot.problem.ProblemId;
import dev.ocelot.problem.Remedy;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Finds the Go of this machine and asks what it is. */
final class HostGoFinder {
  /** Go may fetch a newer toolchain before it answers. */
  private static final ProcessLimits LIMITS = ProcessLimits.of(Duration.ofMinutes(5));

  private static final String REMEDY =
      "Install Go %s or newer, put it on PATH, or let Go fetch it: GOTOOLCHAIN=auto";

  private final ProcessRunner runner;
  private final Map<String, String> environment;

  /**
   * A finder.
   *
   * @param runner runs it
   * @param environment what it gets, see {@link GoEnvironment}
   */
  HostGoFinder(ProcessRunner runner, Map<String, String> environment) {
    this.runner = runner;
    this.environment = environment;
  }

  /**
   * Finds a Go that can build a module.
   *
   * @param module the module's folder, which may make Go choose another toolchain
   * @param needed the {@code go} line of its go.mod, or empty
   * @return the toolchain
   * @throws ProblemException {@code tool-missing} when there is none, or one that is too old
   */
  GoToolchain find(Path module, String needed) {
    String wanted = NeededGo.of(needed).text();
    Path program = new Tools(environment).find("go", remedy(wanted));
    List<String> answer = ask(program, module, wanted);
    NeededGo.of(wanted).check(answer.get(0), remedy(wanted));
    GoRoom room = new HostGo(program, Path.of(answer.get(1)), environment, runner);
    return new GoToolchain(answer.get(0), "", room);
  }

  private List<String> ask(Path program, Path module, String wanted) {
    List<String> lines = new ArrayList<>();
    ProcessRequest request =
        ProcessRequest.of(List.of(program.toString(), "env", "GOVERSION", "GOMODCACHE"), LIMITS)
            .withDirectory(module)
            .withEnvironment(ProcessEnvironment.exactly(environment))
            .withOutput(ProcessOutput.lines(lines::add));
    UrlLogins.in(environment)
        .hide(runner.run(request))
        .orProblem(
            ProblemId.TOOL_MISSING,
            "Go cannot be used for the upstream, which needs Go " + wanted,
            Remedy.advice(remedy(wanted)));
    if (lines.size() < 2 || lines.get(1).isEmpty()) {
      throw NeededGo.of(wanted).tooOld(lines.isEmpty() ? "nothing" : lines.get(0), remedy(wanted));
    }
    return lines;
  }

  private static String remedy(String wanted) {
    return REMEDY.formatted(wanted);
  }
}
