package dev.ocelot.packaging.docker;

import dev.ocelot.packaging.process.Cancellation;
import dev.ocelot.packaging.process.ProcessInput;
import dev.ocelot.packaging.process.ProcessLimits;
import dev.ocelot.packaging.process.ProcessOutput;
import dev.ocelot.packaging.process.ProcessResult;
import dev.ocelot.problem.ProblemException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/** The commands that a client knows for one container while it runs. */
final class ContainerCommands {
  private static final ProcessLimits QUICK = ProcessLimits.of(Duration.ofMinutes(1));

  private final DockerClient client;
  private final DockerCommand command;
  private final DockerCommand cleaning;
  private final ContainerId id;

  ContainerCommands(
      DockerClient client, DockerCommand command, DockerCommand cleaning, ContainerId id) {
    this.client = client;
    this.command = command;
    this.cleaning = cleaning;
    this.id = id;
  }

  ContainerId id() {
    return id;
  }

  /** Starts it and comes back when the client has ended. */
  ProcessResult startAttached(Cancellation token, Duration limit, Consumer<String> lines) {
    return command.run(
        command
            .request(
                client.program(),
                List.of("start", "--attach", "--interactive", id.text()),
                ProcessLimits.of(limit))
            .withInput(ProcessInput.heldOpen())
            .withOutput(ProcessOutput.lines(lines))
            .withErrorLines(lines)
            .withCancellation(token));
  }

  /** Asks the engine. */
  ContainerState state() {
    List<String> lines = new ArrayList<>();
    ProcessResult result =
        command.run(
            command
                .request(
                    client.program(),
                    List.of("inspect", "--format", ContainerState.FORMAT, id.text()),
                    QUICK)
                .withOutput(ProcessOutput.lines(lines::add)));
    if (!result.succeeded()) {
      throw new ProblemException(EngineFailure.of(result, "cannot ask about a container"));
    }
    return ContainerState.parse(lines);
  }

  /** Kills what runs in it; that nothing does is fine. */
  ProcessResult kill() {
    return cleaning.run(cleaning.request(client.program(), List.of("kill", id.text()), QUICK));
  }
}
