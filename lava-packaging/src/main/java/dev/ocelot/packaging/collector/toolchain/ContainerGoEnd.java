package dev.ocelot.packaging.collector.toolchain;

import dev.ocelot.packaging.docker.ContainerEnd;
import dev.ocelot.packaging.plan.StepProblems;
import dev.ocelot.packaging.progress.BuildLog;
import dev.ocelot.problem.Problem;
import dev.ocelot.problem.ProblemException;
import dev.ocelot.problem.Remedy;
import java.time.Duration;

/**
 * Says of Go in a container that it failed.
 *
 * @param purpose what it ran for
 * @param log what it printed
 */
record ContainerGoEnd(String purpose, BuildLog log) {

  ProblemException failed(ContainerEnd end, long memory, Duration limit) {
    if (end instanceof ContainerEnd.Exited exited) {
      return failed("it returned " + exited.exitCode(), GoAdvice.of(log.tail()));
    } else if (end instanceof ContainerEnd.TimedOut) {
      return failed(
          "it took longer than " + limit.toSeconds() + " s and was ended",
          Remedy.advice("build fewer layers at once, or give the engine more processors"));
    } else if (end instanceof ContainerEnd.OutOfMemory) {
      return failed(
          "it needed more than " + (memory >> 20) + " MiB of memory, or than the engine has",
          Remedy.advice("give the engine more memory"));
    }
    return failed(
        "it could not be started: " + ((ContainerEnd.NotStarted) end).reason(),
        Remedy.advice("use a builder that has /bin/sh and go on its PATH"));
  }

  private ProblemException failed(String how, Remedy remedy) {
    StringBuilder message = new StringBuilder(purpose).append(" failed in a container: ");
    message.append(how);
    for (String line : log.tail()) {
      message.append(System.lineSeparator()).append("  | ").append(line);
    }
    message.append(System.lineSeparator()).append("  log: ").append(log.path());
    return new ProblemException(
        Problem.error(StepProblems.BUILD_FAILED, message.toString()).withRemedy(remedy));
  }
}
