package dev.ocelot.packaging.component;

import dev.ocelot.packaging.archive.ArchiveReader;
import dev.ocelot.packaging.archive.ExtractionLimits;
import dev.ocelot.packaging.archive.FileTree;
import dev.ocelot.packaging.archive.Packing;
import dev.ocelot.packaging.archive.TarStream;
import dev.ocelot.packaging.builder.BuilderImage;
import dev.ocelot.packaging.builder.Builders;
import dev.ocelot.packaging.docker.ContainerEnd;
import dev.ocelot.packaging.docker.ContainerId;
import dev.ocelot.packaging.docker.ContainerSpec;
import dev.ocelot.packaging.docker.DockerEngine;
import dev.ocelot.packaging.docker.ImageId;
import dev.ocelot.packaging.docker.InnerWatchdog;
import dev.ocelot.packaging.process.ProcessInput;
import dev.ocelot.packaging.progress.BuildLog;
import java.nio.file.Path;
import java.util.List;

/**
 * A container of a builder image. Files go in as streams before it starts, the artifacts come out
 * as one after it has ended; nothing of this machine is mounted. What belongs to root in it cannot
 * be written by the script, which runs as somebody else.
 */
final class ContainerRoom implements BuildRoom {
  /** Nobody in particular; not a user of any distribution. */
  private static final ContainerSpec.User BUILDER = new ContainerSpec.User(21983, 21983);

  private static final BuildPaths PATHS = BuildPaths.IN_CONTAINER;

  private final BuildJob job;
  private final BuilderImage builder;
  private final Builders builders;
  private final DockerEngine engine;

  ContainerRoom(BuildJob job, BuilderImage builder, Builders builders, DockerEngine engine) {
    this.job = job;
    this.builder = builder;
    this.builders = builders;
    this.engine = engine;
  }

  @Override
  public void run(Files files, Path artifacts, BuildLog log) {
    ImageId image = builders.make(builder, log);
    try (Created container = new Created(engine, engine.create(spec(image, files)))) {
      engine.copyIn(container.id(), PATHS.source(), tar(files.snapshot()));
      engine.copyIn(container.id(), PATHS.sources(), tar(files.sources()));
      engine.copyIn(container.id(), PATHS.functionsFolder(), tar(files.functions()));
      ContainerEnd how = engine.runToEnd(container.id(), job.settings().limits().time(), log);
      if (!how.succeeded()) {
        throw new BuildEnd(job, log).failed(how);
      }
      ArchiveReader reader = new ArchiveReader(ExtractionLimits.DEFAULT);
      engine.copyOut(
          container.id(),
          PATHS.artifacts(),
          tar -> reader.extractTar(tar, "the artifacts of " + job.baseName(), artifacts));
    }
  }

  private ContainerSpec spec(ImageId image, Files files) {
    ComponentBuildSettings.Limits limits = job.settings().limits();
    return new ContainerSpec(
        image,
        builder.platform().name(),
        files.command(),
        PATHS.source(),
        BUILDER,
        BuildEnvironment.of(job, PATHS),
        List.of(PATHS.work(), PATHS.artifacts(), PATHS.tags()),
        job.settings().network(),
        new ContainerSpec.Limits(
            limits.time(),
            limits.memory(),
            Runtime.getRuntime().availableProcessors(),
            limits.processes()),
        InnerWatchdog.shell());
  }

  private static ProcessInput tar(FileTree tree) {
    return out -> TarStream.write(tree, out, Packing.DEFAULT_EPOCH);
  }

  /** Goes when it is closed, however the job ended. */
  private record Created(DockerEngine engine, ContainerId id) implements AutoCloseable {
    @Override
    public void close() {
      engine.remove(id);
    }
  }
}
