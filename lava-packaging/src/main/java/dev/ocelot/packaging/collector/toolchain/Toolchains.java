package dev.ocelot.packaging.collector.toolchain;

import dev.ocelot.packaging.builder.Builders;
import dev.ocelot.packaging.docker.DockerEngine;
import dev.ocelot.packaging.process.ProcessRunner;
import dev.ocelot.packaging.progress.Amount;
import dev.ocelot.packaging.progress.JobProgress;
import dev.ocelot.packaging.progress.Outcome;
import dev.ocelot.packaging.progress.Progress;
import dev.ocelot.packaging.store.KeyMemory;
import java.nio.file.Path;
import java.util.Map;

/** Finds Go where it is to run. */
public final class Toolchains {
  private final ProcessRunner runner;
  private final Builders builders;
  private final DockerEngine engine;
  private final KeyMemory memory;
  private final Progress progress;

  /**
   * With services.
   *
   * @param runner runs the Go of this machine
   * @param builders the builders of the repository
   * @param engine runs their containers; not asked for a Go of this machine
   * @param memory where it is remembered which Go a builder has
   * @param progress hears of a builder that is asked
   */
  public Toolchains(
      ProcessRunner runner,
      Builders builders,
      DockerEngine engine,
      KeyMemory memory,
      Progress progress) {
    this.runner = runner;
    this.builders = builders;
    this.engine = engine;
    this.memory = memory;
    this.progress = progress;
  }

  /**
   * A module that Go must be able to build.
   *
   * @param folder holds its go.mod, which may make Go choose another toolchain
   * @param needed the {@code go} line of its go.mod, or empty
   * @param commit what its repository was checked out at
   * @param logFile takes what is printed by a Go that is asked in a container
   */
  public record Module(Path folder, String needed, String commit, Path logFile) {}

  /**
   * Finds Go.
   *
   * @param place where it is to run
   * @param module what it must be able to build
   * @param environment of this process
   * @param online whether modules may be downloaded
   * @return the toolchain
   * @throws dev.ocelot.problem.ProblemException {@code tool-missing} when there is none or it is
   *     too old; what the engine throws
   */
  public GoToolchain find(
      GoPlace place, Module module, Map<String, String> environment, boolean online) {
    if (place instanceof GoPlace.Container container) {
      JobProgress job = progress.started("Go of builder " + container.builder(), Amount.unknown());
      boolean found = false;
      try {
        GoToolchain toolchain =
            new ContainerGoFinder(builders, engine, memory, job)
                .find(container, module, GoEnvironment.inContainer(environment, online));
        found = true;
        return toolchain;
      } finally {
        job.finished(found ? Outcome.done("found") : Outcome.failed("not found"));
      }
    }
    return new HostGoFinder(runner, GoEnvironment.of(environment, online))
        .find(module.folder(), module.needed());
  }
}
