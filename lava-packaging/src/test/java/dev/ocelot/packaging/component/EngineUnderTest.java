package dev.ocelot.packaging.component;

import dev.ocelot.packaging.docker.DockerCommandLine;
import dev.ocelot.packaging.docker.DockerEngine;
import dev.ocelot.packaging.process.Cancellation;
import dev.ocelot.packaging.process.LocalProcessRunner;
import dev.ocelot.packaging.process.ProcessEnvironment;
import dev.ocelot.packaging.process.ProcessLimits;
import dev.ocelot.packaging.process.ProcessOutput;
import dev.ocelot.packaging.process.ProcessRequest;
import dev.ocelot.packaging.process.ProcessRunner;
import dev.ocelot.packaging.process.Tools;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * The engine of this machine, and engines that are none. The images {@code ocelot-it/busybox:1-…},
 * which {@code it/prepare} makes, are there.
 */
final class EngineUnderTest {
  private EngineUnderTest() {}

  /** The engine of this machine. */
  static DockerEngine real() {
    return through(new LocalProcessRunner());
  }

  /** An engine whose client must not even be started. */
  static DockerEngine untouchable() {
    return through(
        request -> {
          throw new AssertionError("started: " + request.command());
        });
  }

  /** An engine that does not answer. */
  static DockerEngine stopped() {
    ProcessRunner runner = new LocalProcessRunner();
    return through(
        request -> {
          Map<String, String> variables =
              new TreeMap<>(request.environment().resolve(System.getenv()));
          variables.put("DOCKER_HOST", "unix:///nowhere.sock");
          return runner.run(request.withEnvironment(ProcessEnvironment.exactly(variables)));
        });
  }

  private static DockerEngine through(ProcessRunner runner) {
    return new DockerCommandLine(runner, new Tools(System.getenv()), Cancellation.never());
  }

  /** The containers, running or not, whose command holds a word. */
  static List<String> containers(String word) {
    List<String> found = new ArrayList<>();
    new LocalProcessRunner()
        .run(
            ProcessRequest.of(
                    List.of(
                        "docker", "ps", "--all", "--no-trunc", "--format", "{{.ID}} {{.Command}}"),
                    ProcessLimits.of(Duration.ofMinutes(1)))
                .withOutput(
                    ProcessOutput.lines(
                        line -> {
                          if (line.contains(word)) {
                            found.add(line);
                          }
                        })));
    return found;
  }
}
