package dev.ocelot.packaging.collector.build;

import dev.ocelot.packaging.collector.upstream.Upstream;
import dev.ocelot.packaging.plan.StepAction;
import dev.ocelot.packaging.plan.StepContext;
import dev.ocelot.packaging.plan.StepProblems;
import dev.ocelot.packaging.process.ProcessRunner;
import dev.ocelot.packaging.progress.BuildLog;
import dev.ocelot.problem.Problem;
import dev.ocelot.problem.ProblemException;
import dev.ocelot.problem.Remedy;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Settles the modules of a selection: adds what it requires and lets Go tidy. */
final class ModulesAction implements StepAction {
  private final LayerJob job;
  private final Upstream upstream;
  private final GoToolchain toolchain;
  private final ProcessRunner runner;
  private final Path logFile;

  ModulesAction(
      LayerJob job, Upstream upstream, GoToolchain toolchain, ProcessRunner runner, Path logFile) {
    this.job = job;
    this.upstream = upstream;
    this.toolchain = toolchain;
    this.runner = runner;
    this.logFile = logFile;
  }

  @Override
  public void run(StepContext context) {
    Workspace workspace =
        Workspace.make(upstream, job.overlay(), context.work().resolve("collector"));
    try (BuildLog log = BuildLog.open(logFile, context.progress())) {
      Go go = new Go(toolchain, runner, workspace.folder(), log);
      String purpose = "settling the modules of " + job.distribution();
      if (!job.requirements().isEmpty()) {
        List<String> edit = new ArrayList<>(List.of("mod", "edit"));
        job.requirements().forEach(needed -> edit.add("-require=" + needed.atVersion()));
        go.run(purpose, Map.of(), edit);
      }
      go.run(purpose, Map.of(), List.of("mod", "tidy"));
      checkVersions(go, log);
      new UndeclaredModules(job, upstream).check(go);
      workspace.keepSettled(context.output());
    }
  }

  /** Go takes the newest version that any module asks for, without a word. */
  private void checkVersions(Go go, BuildLog log) {
    List<Problem> raised = new ArrayList<>();
    for (Requirement needed : job.requirements()) {
      if (needed.strength() == Requirement.Strength.AT_LEAST) {
        continue;
      }
      List<String> chosen =
          go.lines(
              "reading the version of " + needed.path(),
              List.of("list", "-m", "-mod=mod", "-f", "{{.Version}}", needed.path()));
      String version = chosen.isEmpty() ? "" : chosen.get(chosen.size() - 1);
      if (!version.equals(needed.version())) {
        log.accept(needed.atVersion() + " became " + version);
        raised.add(raised(needed, version));
      }
    }
    if (!raised.isEmpty()) {
      throw new ProblemException(raised);
    }
  }

  private Problem raised(Requirement needed, String version) {
    return Problem.error(
            StepProblems.BUILD_FAILED,
            "distribution "
                + job.distribution()
                + " would get another version of "
                + needed.path()
                + " than it asks for, because another module needs it")
        .at(needed.location())
        .comparing(version, needed.version())
        .withRemedy(Remedy.advice("ask for " + version + ", or for an older version of the other"));
  }
}
