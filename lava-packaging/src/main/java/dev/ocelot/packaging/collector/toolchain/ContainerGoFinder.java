package dev.ocelot.packaging.collector.toolchain;

import dev.ocelot.packaging.builder.BuilderImage;
import dev.ocelot.packaging.builder.Builders;
import dev.ocelot.packaging.docker.DockerEngine;
import dev.ocelot.packaging.platform.Platform;
import dev.ocelot.packaging.platform.Platforms;
import dev.ocelot.packaging.progress.BuildLog;
import dev.ocelot.packaging.progress.JobProgress;
import dev.ocelot.packaging.store.BuildKey;
import dev.ocelot.packaging.store.KeyMemory;
import dev.ocelot.packaging.store.KeyRecord;
import dev.ocelot.problem.Location;
import dev.ocelot.problem.Problem;
import dev.ocelot.problem.ProblemException;
import dev.ocelot.problem.ProblemId;
import java.io.IOException;
import java.nio.file.Files;
import java.util.Map;
import java.util.Optional;

/**
 * Finds the Go of a builder. Which version it is has to be asked in a container; the answer is
 * remembered with the builder's digest, so that nothing has to be asked when nothing has changed.
 */
final class ContainerGoFinder {
  private static final String VERSION = "version";
  private static final String REMEDY =
      "give the builder %s Go %s or newer on its PATH, or let Go fetch it: GOTOOLCHAIN=auto";

  private final Builders builders;
  private final DockerEngine engine;
  private final KeyMemory memory;
  private final JobProgress progress;

  ContainerGoFinder(
      Builders builders, DockerEngine engine, KeyMemory memory, JobProgress progress) {
    this.builders = builders;
    this.engine = engine;
    this.memory = memory;
    this.progress = progress;
  }

  /**
   * Finds.
   *
   * @param place the builder
   * @param module what it must be able to build
   * @param environment what Go gets
   * @throws ProblemException {@code tool-missing} for a Go that is too old, {@code config-invalid}
   *     when there is no such builder
   */
  GoToolchain find(
      GoPlace.Container place, Toolchains.Module module, Map<String, String> environment) {
    BuilderImage image =
        builders.image(place.builder(), ours(), Location.of("the parameter ocelot.go"));
    ContainerGo room =
        new ContainerGo(
            image, builders, engine, new ContainerGo.Settings(place.network(), environment));
    String name =
        String.join(
            " ",
            "Go of builder",
            image.digest(),
            module.commit(),
            environment.getOrDefault("GOTOOLCHAIN", ""));
    Optional<String> known =
        memory
            .lastKey(name)
            .flatMap(
                key ->
                    key.records().stream()
                        .filter(record -> record.subject().equals(VERSION))
                        .map(KeyRecord::value)
                        .findFirst());
    String version = known.orElseGet(() -> ask(room, module));
    memory.remember(name, BuildKey.builder().add(VERSION, version).build());
    NeededGo needed = NeededGo.of(module.needed());
    needed.check(version, REMEDY.formatted(place.builder(), needed.text()));
    return new GoToolchain(version, image.digest(), room);
  }

  /** What runs on this machine most likely runs where its engine is without emulation. */
  private static Platform ours() {
    return Platforms.standard()
        .spelled(System.getProperty("os.arch"))
        .orElseGet(() -> Platforms.standard().all().get(0));
  }

  private String ask(ContainerGo room, Toolchains.Module module) {
    try (BuildLog log = BuildLog.open(module.logFile(), progress)) {
      return room.version(Files.readAllBytes(module.folder().resolve("go.mod")), log);
    } catch (IOException e) {
      throw new ProblemException(
          Problem.error(ProblemId.FILE_ACCESS, "the upstream's go.mod cannot be read: " + e), e);
    }
  }
}
