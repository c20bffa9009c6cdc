package dev.ocelot.packaging.docker;

import dev.ocelot.packaging.process.ProcessResult;
import dev.ocelot.packaging.process.ProcessResult.Ending;
import dev.ocelot.problem.Problem;
import dev.ocelot.problem.Remedy;
import java.util.Locale;
import java.util.regex.Pattern;

/** Tells an engine that cannot be reached from one that refuses, by what its client printed. */
final class EngineFailure {
  private static final Pattern UNREACHABLE =
      Pattern.compile(
          "cannot connect to the docker daemon|is the docker daemon running"
              + "|error during connect|dial (unix|tcp)|connection re(fused|set)|broken pipe"
              + "|unexpected eof|no such host|i/o timeout|context deadline exceeded"
              + "|current context .* is not found|unable to resolve docker endpoint"
              + "|error (waiting for|retrieving) container.*eof");
  private static final Pattern FORBIDDEN = Pattern.compile("permission denied while trying");

  private EngineFailure() {}

  private static boolean isUnreachable(ProcessResult result) {
    String text = text(result);
    return UNREACHABLE.matcher(text).find() || FORBIDDEN.matcher(text).find();
  }

  private static String text(ProcessResult result) {
    return String.join("\n", result.tail()).toLowerCase(Locale.ROOT);
  }

  /** A failed command: an engine that cannot be reached, or one that refuses. */
  static Problem of(ProcessResult result, String what) {
    return isUnreachable(result)
        ? unavailable(result)
        : result.problem(DockerProblems.FAILED, what, Remedy.NONE);
  }

  /** A container whose client lost the engine. */
  static Problem lost(ContainerId container) {
    return Problem.error(
            DockerProblems.UNAVAILABLE,
            "the connection to the container engine broke while container " + container + " ran")
        .withRemedy(Remedy.advice("See that the engine runs and can be reached, and run again"));
  }

  static Problem unavailable(ProcessResult result) {
    String what =
        result.ending() == Ending.EXITED
            ? "no container engine can be reached"
            : "the container engine does not answer";
    return result.problem(DockerProblems.UNAVAILABLE, what, remedy(result));
  }

  private static Remedy remedy(ProcessResult result) {
    if (FORBIDDEN.matcher(text(result)).find()) {
      return Remedy.advice(
          "Run as a user who may use the engine, such as a member of the group docker");
    }
    return Remedy.advice(
        "Start the Docker daemon (systemctl start docker), or let DOCKER_HOST or DOCKER_CONTEXT"
            + " name an engine that runs; docker version shows whether one answers");
  }
}
