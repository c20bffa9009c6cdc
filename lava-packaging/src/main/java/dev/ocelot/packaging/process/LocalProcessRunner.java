package dev.ocelot.packaging.process;

import dev.ocelot.problem.Location;
import dev.ocelot.problem.Problem;
import dev.ocelot.problem.ProblemException;
import dev.ocelot.problem.ProblemId;
import dev.ocelot.problem.Remedy;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * Runs processes on this machine.
 *
 * <p>Both output streams are read at once, each by a thread of its own, so that no full pipe can
 * block the process. The tree is ended with the process: whatever it leaves behind is ended too.
 * When the JVM shuts down by a signal, running trees are ended first; {@code kill -9} of the JVM
 * cannot be answered here.
 */
public final class LocalProcessRunner implements ProcessRunner {
  /** A program is there and cannot be started. */
  public static final ProblemId NOT_STARTED = ProblemId.environment("process-not-started");

  private final Tools tools;
  private final Map<String, String> ours;
  private final JvmShutdown shutdown;

  /** Runs processes until the JVM shuts down. */
  public LocalProcessRunner() {
    this(JvmShutdown.guarding());
  }

  private LocalProcessRunner(JvmShutdown shutdown) {
    this.ours = Map.copyOf(System.getenv());
    this.tools = new Tools(ours);
    this.shutdown = shutdown;
  }

  /**
   * A runner for actions of a shutdown itself, which nothing ends early.
   *
   * @return the runner
   */
  public static ProcessRunner duringShutdown() {
    return new LocalProcessRunner(JvmShutdown.ignoring());
  }

  @Override
  public ProcessResult run(ProcessRequest request) {
    request.cancellation().throwIfCancelled(request.command());
    List<String> argv = new ArrayList<>(request.argv());
    argv.set(0, tools.program(argv.get(0)).toString());
    requireDirectory(request.directory());
    ProcessBuilder builder = new ProcessBuilder(argv).directory(request.directory().toFile());
    Map<String, String> environment = request.environment().resolve(ours);
    builder.environment().clear();
    builder.environment().putAll(environment);
    return new RunningProcess(request, start(builder, request)).supervise(shutdown);
  }

  private static void requireDirectory(Path directory) {
    if (!Files.isDirectory(directory)) {
      throw new ProblemException(
          Problem.error(ProblemId.FILE_ACCESS, "the directory to run in is missing")
              .at(Location.of(directory.toString())));
    }
  }

  private static Process start(ProcessBuilder builder, ProcessRequest request) {
    try {
      return new ProcessStart().of(builder);
    } catch (IOException e) {
      String reason = request.secrets().mask(String.valueOf(e.getMessage()));
      throw new ProblemException(
          Problem.error(NOT_STARTED, "cannot start " + request.command() + ": " + reason)
              .withRemedy(
                  Remedy.advice("Check that the program may be executed here, and for this CPU")),
          e);
    }
  }
}
