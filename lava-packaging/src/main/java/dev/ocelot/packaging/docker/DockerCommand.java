package dev.ocelot.packaging.docker;

import dev.ocelot.packaging.process.Cancellation;
import dev.ocelot.packaging.process.ProcessEnvironment;
import dev.ocelot.packaging.process.ProcessLimits;
import dev.ocelot.packaging.process.ProcessRequest;
import dev.ocelot.packaging.process.ProcessResult;
import dev.ocelot.packaging.process.ProcessRunner;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Runs one command of a client. The client sees our environment, so {@code DOCKER_HOST}, {@code
 * DOCKER_CONTEXT} and {@code DOCKER_CONFIG} mean what they mean in the user's shell.
 */
final class DockerCommand {
  private final ProcessRunner runner;
  private final Map<String, String> environment;
  private final Cancellation cancellation;

  /**
   * With a runner.
   *
   * @param environment added to what is inherited
   */
  DockerCommand(ProcessRunner runner, Map<String, String> environment, Cancellation cancellation) {
    this.runner = runner;
    this.environment = new TreeMap<>(environment);
    // Messages are read, so they must not be translated.
    this.environment.put("LC_ALL", "C");
    this.cancellation = cancellation;
  }

  ProcessRequest request(Path program, List<String> arguments, ProcessLimits limits) {
    return request(program, arguments, Map.of(), limits);
  }

  ProcessRequest request(
      Path program, List<String> arguments, Map<String, String> additions, ProcessLimits limits) {
    List<String> argv = new ArrayList<>(List.of(program.toString()));
    argv.addAll(arguments);
    Map<String, String> variables = new TreeMap<>(environment);
    variables.putAll(additions);
    return ProcessRequest.of(argv, limits)
        .withEnvironment(ProcessEnvironment.inheritedPlus(variables))
        .withCancellation(cancellation);
  }

  Cancellation cancellation() {
    return cancellation;
  }

  ProcessResult run(ProcessRequest request) {
    return runner.run(request);
  }
}
