package dev.ocelot.packaging.component;

import dev.ocelot.packaging.docker.ContainerEnd;
import dev.ocelot.packaging.plan.StepProblems;
import dev.ocelot.packaging.process.ProcessResult;
import dev.ocelot.packaging.progress.BuildLog;
import dev.ocelot.problem.Location;
import dev.ocelot.problem.Problem;
import dev.ocelot.problem.ProblemException;
import dev.ocelot.problem.Remedy;
import java.time.Duration;

/** Says of a job that it failed: how, with its last lines, where the rest is, and what to do. */
final class BuildEnd {
  private static final String SEE_LOG = "mend the script or its inputs; the log tells more";

  private final BuildJob job;
  private final BuildLog log;

  BuildEnd(BuildJob job, BuildLog log) {
    this.job = job;
    this.log = log;
  }

  /** Of a container that did not end well. */
  ProblemException failed(ContainerEnd end) {
    if (end instanceof ContainerEnd.Exited exited) {
      return returned(exited.exitCode());
    } else if (end instanceof ContainerEnd.TimedOut) {
      return tookTooLong();
    } else if (end instanceof ContainerEnd.OutOfMemory) {
      return failed(
          "it needed more than " + (job.settings().limits().memory() >> 20) + " MiB of memory",
          "let it need less, or raise memory: in its build settings");
    }
    return failed(
        "its script could not be started: " + ((ContainerEnd.NotStarted) end).reason(),
        "use an interpreter that the builder has");
  }

  /** Of a process that did not end well. */
  ProblemException failed(ProcessResult end) {
    return switch (end.ending()) {
      case EXITED -> returned(end.exitCode());
      case TIMED_OUT, STALLED -> tookTooLong();
    };
  }

  /** Of a script that succeeded without making anything. */
  ProblemException empty() {
    return failed(
        "the script succeeded and left nothing in ARTIFACTS_DIR",
        "let the script put what it builds into \"$ARTIFACTS_DIR\"");
  }

  private ProblemException returned(int exitCode) {
    return failed(job.script() + " returned " + exitCode, SEE_LOG);
  }

  private ProblemException tookTooLong() {
    Duration time = job.settings().limits().time();
    return failed(
        "it took longer than " + time.toSeconds() + " s and was ended",
        "let it take less, or raise timeout: in its build settings");
  }

  private ProblemException failed(String how, String advice) {
    StringBuilder message = new StringBuilder();
    message.append("the build of ").append(job.component()).append(" for ").append(job.platform());
    message.append(" failed: ").append(how);
    for (String line : log.tail()) {
      message.append(System.lineSeparator()).append("  | ").append(line);
    }
    message.append(System.lineSeparator()).append("  log: ").append(log.path());
    return new ProblemException(
        Problem.error(StepProblems.BUILD_FAILED, message.toString())
            .at(Location.of(job.script()))
            .withRemedy(Remedy.advice(advice)));
  }
}
