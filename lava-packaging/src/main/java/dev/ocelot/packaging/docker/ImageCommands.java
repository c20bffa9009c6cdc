package dev.ocelot.packaging.docker;

import dev.ocelot.packaging.process.ProcessLimits;
import dev.ocelot.packaging.process.ProcessOutput;
import dev.ocelot.packaging.process.ProcessRequest;
import dev.ocelot.packaging.process.ProcessResult;
import dev.ocelot.problem.ProblemException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/** The commands that a client knows for the images of its engine. */
final class ImageCommands {
  private static final ProcessLimits QUICK = ProcessLimits.of(Duration.ofMinutes(2));
  private static final ProcessLimits PULL =
      ProcessLimits.of(Duration.ofHours(2)).withStall(Duration.ofMinutes(10));
  private static final String FORMAT =
      "{{.Id}} {{.Os}}/{{.Architecture}}{{if .Variant}}/{{.Variant}}{{end}}";
  private static final Predicate<String> NO_SUCH_IMAGE =
      Pattern.compile("no such image", Pattern.CASE_INSENSITIVE).asPredicate();

  private final DockerClient client;
  private final DockerCommand command;

  ImageCommands(DockerClient client, DockerCommand command) {
    this.client = client;
    this.command = command;
  }

  /** Looks an image up in the engine's own list. */
  Optional<LocalImage> find(String reference) {
    List<String> lines = new ArrayList<>();
    ProcessRequest request =
        command
            .request(
                client.program(),
                List.of("image", "inspect", "--format", FORMAT, "--", reference),
                QUICK)
            .withOutput(ProcessOutput.lines(lines::add));
    ProcessResult result = command.run(request);
    if (result.succeeded() && lines.size() == 1) {
      String[] fields = lines.get(0).split(" ", 2);
      return Optional.of(new LocalImage(new ImageId(fields[0]), fields[1]));
    }
    if (result.tail().stream().anyMatch(NO_SUCH_IMAGE)) {
      return Optional.empty();
    }
    throw new ProblemException(EngineFailure.of(result, "cannot look up image " + reference));
  }

  /** Fetches an image from its registry. */
  void pull(String reference, String platform, Consumer<String> lines) {
    ProcessRequest request =
        command
            .request(
                client.program(), List.of("pull", "--platform", platform, "--", reference), PULL)
            .withOutput(ProcessOutput.lines(lines));
    ProcessResult result = command.run(request);
    if (!result.succeeded()) {
      throw new ProblemException(EngineFailure.of(result, "cannot fetch image " + reference));
    }
  }
}
