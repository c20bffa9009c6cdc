package dev.ocelot.packaging.component;

import dev.ocelot.packaging.archive.FileTree;
import dev.ocelot.packaging.archive.FileTreeBuilder;
import dev.ocelot.packaging.builder.Builders;
import dev.ocelot.packaging.component.BuildJob.Room;
import dev.ocelot.packaging.docker.DockerEngine;
import dev.ocelot.packaging.plan.StepAction;
import dev.ocelot.packaging.plan.StepContext;
import dev.ocelot.packaging.process.ProcessRunner;
import dev.ocelot.packaging.progress.BuildLog;
import dev.ocelot.packaging.progress.JobProgress;
import dev.ocelot.packaging.source.SourceCache;
import dev.ocelot.problem.FileAccessProblem;
import dev.ocelot.problem.Location;
import dev.ocelot.problem.Problem;
import dev.ocelot.problem.ProblemException;
import dev.ocelot.problem.ProblemId;
import dev.ocelot.tag.export.TagFunctions;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** Builds one job: snapshot, sources, script, checks, archive. */
final class ComponentAction implements StepAction {
  private final BuildJob job;
  private final Path logFile;
  private final Tools tools;

  /**
   * What jobs are done with.
   *
   * @param engine runs containers
   * @param builders gives them their images
   * @param runner runs scripts on this machine
   * @param sources brings what the repository does not hold
   */
  record Tools(DockerEngine engine, Builders builders, ProcessRunner runner, SourceCache sources) {}

  ComponentAction(BuildJob job, Path logFile, Tools tools) {
    this.job = job;
    this.logFile = logFile;
    this.tools = tools;
  }

  @Override
  public void run(StepContext context) {
    Path snapshotFolder = folder(context, "snapshot");
    Path artifacts = folder(context, "artifacts");
    Snapshot snapshot = Snapshot.take(job, snapshotFolder);
    try (BuildLog log = BuildLog.open(logFile, context.progress())) {
      BuildRoom.Files files =
          new BuildRoom.Files(
              snapshot.tree(), sources(context.progress()), functions(), command(snapshot));
      room(context).run(files, artifacts, log);
      context.progress().line("packing");
      new PackedArtifact(job).write(artifacts, log, context.output());
    }
  }

  private BuildRoom room(StepContext context) {
    return job.room() instanceof Room.Container container
        ? new ContainerRoom(job, container.image(), tools.builders(), tools.engine())
        : new HostRoom(job, folder(context, "host"), tools.runner());
  }

  private FileTree sources(JobProgress progress) {
    FileTreeBuilder tree = FileTree.builder();
    for (DeclaredSource source : job.settings().sources()) {
      progress.line("fetching " + source.fileName());
      tree.file(source.fileName(), tools.sources().fetch(source.source()));
    }
    return tree.build();
  }

  private static FileTree functions() {
    byte[] text = new TagFunctions().text().getBytes(StandardCharsets.UTF_8);
    return FileTree.builder().file(BuildPaths.FUNCTIONS_FILE, text, false).build();
  }

  private List<String> command(Snapshot snapshot) {
    try {
      return ScriptCommand.of(snapshot.script(), job.script());
    } catch (IOException e) {
      throw failure(e);
    }
  }

  private static Path folder(StepContext context, String name) {
    try {
      return Files.createDirectory(context.work().resolve(name));
    } catch (IOException e) {
      throw failure(e);
    }
  }

  private static ProblemException failure(IOException e) {
    return new ProblemException(
        Problem.error(ProblemId.FILE_ACCESS, "the build's folder cannot be filled: " + e)
            .at(Location.NONE)
            .withRemedy(FileAccessProblem.MAKE_ROOM),
        e);
  }
}
