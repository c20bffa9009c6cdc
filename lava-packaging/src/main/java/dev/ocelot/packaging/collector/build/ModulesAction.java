package dev.ocelot.packaging.collector.build;

import dev.ocelot.packaging.collector.toolchain.GoTask;
import dev.ocelot.packaging.collector.toolchain.GoToolchain;
import dev.ocelot.packaging.collector.upstream.Upstream;
import dev.ocelot.packaging.plan.StepAction;
import dev.ocelot.packaging.plan.StepContext;
import dev.ocelot.packaging.plan.StepProblems;
import dev.ocelot.packaging.progress.BuildLog;
import dev.ocelot.problem.Problem;
import dev.ocelot.problem.ProblemException;
import dev.ocelot.problem.Remedy;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Settles the modules of a selection: adds what it requires and lets Go tidy. */
final class ModulesAction implements StepAction {
  private static final String MODULES = "modules";

  private final LayerJob job;
  private final Upstream upstream;
  private final GoToolchain toolchain;
  private final Path logFile;

  ModulesAction(LayerJob job, Upstream upstream, GoToolchain toolchain, Path logFile) {
    this.job = job;
    this.upstream = upstream;
    this.toolchain = toolchain;
    this.logFile = logFile;
  }

  /** Where the modules are that a selection was settled with, as far as they are kept. */
  static Path modules(Path entry) {
    return entry.resolve(MODULES);
  }

  @Override
  public void run(StepContext context) {
    Workspace workspace =
        Workspace.make(upstream, job.overlay(), context.work().resolve("collector"));
    UndeclaredModules undeclared = new UndeclaredModules(job, upstream);
    List<Requirement> exact =
        job.requirements().stream()
            .filter(needed -> needed.strength() == Requirement.Strength.EXACT)
            .toList();
    List<GoTask.Command> commands = new ArrayList<>(settling());
    commands.add(chosen(exact));
    if (!undeclared.isEmpty()) {
      commands.add(new GoTask.Command(Map.of(), undeclared.question()));
    }
    String purpose = "settling the modules of " + job.distribution();
    try (BuildLog log = BuildLog.open(logFile, context.progress())) {
      List<List<String>> answers =
          toolchain
              .room()
              .settle(
                  new GoTask(purpose, workspace.folder(), commands),
                  modules(context.output()),
                  log);
      int settled = settling().size();
      checkVersions(exact, answers.get(settled), log);
      if (!undeclared.isEmpty()) {
        undeclared.check(answers.get(settled + 1));
      }
      workspace.keepSettled(context.output());
    }
  }

  private List<GoTask.Command> settling() {
    List<GoTask.Command> commands = new ArrayList<>();
    if (!job.requirements().isEmpty()) {
      List<String> edit = new ArrayList<>(List.of("mod", "edit"));
      job.requirements().forEach(needed -> edit.add("-require=" + needed.atVersion()));
      commands.add(new GoTask.Command(Map.of(), edit));
    }
    commands.add(new GoTask.Command(Map.of(), List.of("mod", "tidy")));
    return commands;
  }

  /** Asks for the versions that Go chose; without any to ask for, it answers for itself. */
  private static GoTask.Command chosen(List<Requirement> exact) {
    List<String> list =
        new ArrayList<>(List.of("list", "-m", "-mod=mod", "-f", "{{.Path}} {{.Version}}"));
    exact.forEach(needed -> list.add(needed.path()));
    return new GoTask.Command(Map.of(), list);
  }

  /** Go takes the newest version that any module asks for, without a word. */
  private void checkVersions(List<Requirement> exact, List<String> answer, BuildLog log) {
    Map<String, String> chosen = new HashMap<>();
    for (String line : answer) {
      String[] words = line.split(" ", 2);
      chosen.put(words[0], words.length == 2 ? words[1] : "");
    }
    List<Problem> raised = new ArrayList<>();
    for (Requirement needed : exact) {
      String version = chosen.getOrDefault(needed.path(), "");
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
