package dev.ocelot.packaging.component;

import dev.ocelot.packaging.archive.TreeCopy;
import dev.ocelot.packaging.process.ProcessEnvironment;
import dev.ocelot.packaging.process.ProcessLimits;
import dev.ocelot.packaging.process.ProcessOutput;
import dev.ocelot.packaging.process.ProcessRequest;
import dev.ocelot.packaging.process.ProcessResult;
import dev.ocelot.packaging.process.ProcessRunner;
import dev.ocelot.packaging.progress.BuildLog;
import dev.ocelot.problem.FileAccessProblem;
import dev.ocelot.problem.Location;
import dev.ocelot.problem.Problem;
import dev.ocelot.problem.ProblemException;
import dev.ocelot.problem.ProblemId;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;

/**
 * This machine, for those who said that scripts may run here: a private folder and a clean
 * environment, and no isolation beyond that.
 */
final class HostRoom implements BuildRoom {
  private static final String PATH = "/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin";

  private final BuildJob job;
  private final Path folder;
  private final ProcessRunner runner;

  /**
   * A room.
   *
   * @param job what is built
   * @param folder an empty folder that nobody else knows
   * @param runner runs the script
   */
  HostRoom(BuildJob job, Path folder, ProcessRunner runner) {
    this.job = job;
    this.folder = folder;
    this.runner = runner;
  }

  @Override
  public void run(Files files, Path artifacts, BuildLog log) {
    BuildPaths below = BuildPaths.below(folder);
    BuildPaths paths =
        new BuildPaths(
            below.source(),
            below.work(),
            artifacts.toString(),
            below.sources(),
            below.tags(),
            below.functions());
    try {
      TreeCopy.write(files.snapshot(), Path.of(paths.source()));
      TreeCopy.write(files.sources(), Path.of(paths.sources()));
      TreeCopy.write(files.functions(), Path.of(paths.functionsFolder()));
      java.nio.file.Files.createDirectories(Path.of(paths.work()));
      java.nio.file.Files.createDirectories(Path.of(paths.tags()));
    } catch (IOException e) {
      throw new ProblemException(
          Problem.error(ProblemId.FILE_ACCESS, "the build's folder cannot be filled: " + e)
              .at(Location.of(folder.toString()))
              .withRemedy(FileAccessProblem.MAKE_ROOM),
          e);
    }
    Map<String, String> environment = new TreeMap<>(BuildEnvironment.of(job, paths));
    environment.put("PATH", PATH);
    ProcessResult result =
        runner.run(
            ProcessRequest.of(files.command(), ProcessLimits.of(job.settings().limits().time()))
                .withDirectory(Path.of(paths.source()))
                .withEnvironment(ProcessEnvironment.exactly(environment))
                .withOutput(ProcessOutput.lines(log))
                .withErrorLines(log));
    if (!result.succeeded()) {
      throw new BuildEnd(job, log).failed(result);
    }
  }
}
