package dev.ocelot.packaging.docker;

import dev.ocelot.packaging.process.ProcessLimits;
import dev.ocelot.packaging.process.ProcessOutput;
import dev.ocelot.packaging.process.ProcessResult;
import dev.ocelot.packaging.process.Tools;
import dev.ocelot.problem.Problem;
import dev.ocelot.problem.ProblemException;
import dev.ocelot.problem.ProblemId;
import dev.ocelot.problem.Remedy;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Chooses among the clients on {@code PATH}: for containers the first that reaches an engine, for
 * images the first that reaches one and can build with BuildKit. A machine may well have two, of
 * which only the second can. Nothing is started before it is asked for, and nothing is asked twice.
 */
final class DockerClients {
  private static final int MOST_BYTES = 64 << 10;
  private static final ProcessLimits LIMITS = ProcessLimits.of(Duration.ofSeconds(30));
  private static final String FORMAT =
      "{{.Client.Version}}\n{{.Server.Version}}\n{{.Server.Os}}/{{.Server.Arch}}";

  private final Tools tools;
  private final DockerCommand command;
  private @Nullable List<DockerClient> reachable;
  private @Nullable ImageBuilder builder;
  private int processors;

  DockerClients(Tools tools, DockerCommand command) {
    this.tools = tools;
    this.command = command;
  }

  /** The client for everything but images. */
  DockerClient first() {
    return reachable().get(0);
  }

  private synchronized List<DockerClient> reachable() {
    if (reachable == null) {
      reachable = search();
    }
    return reachable;
  }

  private List<DockerClient> search() {
    List<Path> programs = tools.findAll("docker");
    if (programs.isEmpty()) {
      throw new ProblemException(
          Problem.error(DockerProblems.UNAVAILABLE, "there is no docker program on PATH")
              .withRemedy(
                  Remedy.advice(
                      "Install Docker (on Debian: apt-get install docker.io), or put it on PATH")));
    }
    List<DockerClient> found = new ArrayList<>();
    List<Problem> refused = new ArrayList<>();
    for (Path program : programs) {
      ByteArrayOutputStream answer = new ByteArrayOutputStream();
      // Not by lines, which would stand among the complaints, each time in another order.
      ProcessResult result =
          command.run(
              command
                  .request(program, List.of("version", "--format", FORMAT), LIMITS)
                  .withOutput(
                      ProcessOutput.bytes(out -> answer.write(out.readNBytes(MOST_BYTES)))));
      List<String> lines = answer.toString(StandardCharsets.UTF_8).lines().toList();
      if (result.succeeded() && lines.size() == 3) {
        found.add(
            new DockerClient(program, lines.get(0), new EngineInfo(lines.get(1), lines.get(2))));
      } else {
        refused.add(EngineFailure.unavailable(result));
      }
    }
    if (found.isEmpty()) {
      throw new ProblemException(refused.get(0));
    }
    return List.copyOf(found);
  }

  /** How many processors the engine has; it refuses containers that ask for more. */
  synchronized int processors() {
    if (processors == 0) {
      List<String> lines = new ArrayList<>();
      ProcessResult result =
          command.run(
              command
                  .request(first().program(), List.of("info", "--format", "{{.NCPU}}"), LIMITS)
                  .withOutput(ProcessOutput.lines(lines::add)));
      if (!result.succeeded() || lines.isEmpty() || !lines.get(0).matches("[1-9][0-9]{0,5}")) {
        throw new ProblemException(EngineFailure.of(result, "cannot ask about the engine"));
      }
      processors = Integer.parseInt(lines.get(0));
    }
    return processors;
  }

  /** The client for images. */
  synchronized ImageBuilder builder() {
    if (builder == null) {
      builder = searchBuilder();
    }
    return builder;
  }

  private ImageBuilder searchBuilder() {
    for (DockerClient client : reachable()) {
      if (hasPlugin(client)) {
        return new ImageBuilder(client.program(), ImageBuilder.Way.PLUGIN);
      }
      if (client.hasBuildKitInside()) {
        return new ImageBuilder(client.program(), ImageBuilder.Way.INSIDE);
      }
    }
    throw new ProblemException(
        Problem.error(
                ProblemId.TOOL_MISSING,
                "no docker program on PATH can build with BuildKit: " + first().program())
            .withRemedy(
                Remedy.advice("Install Docker's buildx plugin, or put a client with it on PATH")));
  }

  private boolean hasPlugin(DockerClient client) {
    return command
        .run(command.request(client.program(), List.of("buildx", "version"), LIMITS))
        .succeeded();
  }
}
