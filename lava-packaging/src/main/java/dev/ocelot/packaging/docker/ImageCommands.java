package dev.ocelot.packaging.docker;

import dev.ocelot.packaging.json.JsonLimits;
import dev.ocelot.packaging.json.JsonNode;
import dev.ocelot.packaging.json.JsonTree;
import dev.ocelot.packaging.process.ProcessLimits;
import dev.ocelot.packaging.process.ProcessOutput;
import dev.ocelot.packaging.process.ProcessRequest;
import dev.ocelot.packaging.process.ProcessResult;
import dev.ocelot.problem.ProblemException;
import dev.ocelot.problem.Problems;
import java.nio.charset.StandardCharsets;
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

  /**
   * Older engines do not mention a variant, and a template that asks for it fails with newer
   * clients.
   */
  private static final String FORMAT = "{{json .}}";

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
      return Optional.of(image(lines.get(0)));
    }
    if (result.tail().stream().anyMatch(NO_SUCH_IMAGE)) {
      return Optional.empty();
    }
    throw new ProblemException(EngineFailure.of(result, "cannot look up image " + reference));
  }

  private static LocalImage image(String inspected) {
    Problems problems = new Problems();
    byte[] bytes = inspected.getBytes(StandardCharsets.UTF_8);
    JsonNode node =
        new JsonTree(JsonLimits.DEFAULT)
            .parse(bytes, "docker image inspect", problems)
            .orElseThrow(() -> new ProblemException(problems.all()));
    JsonNode.Members image = (JsonNode.Members) node;
    String variant = text(image, "Variant");
    String platform = text(image, "Os") + "/" + text(image, "Architecture");
    return new LocalImage(
        new ImageId(text(image, "Id")), variant.isEmpty() ? platform : platform + "/" + variant);
  }

  private static String text(JsonNode.Members image, String name) {
    return image.get(name).orElse(null) instanceof JsonNode.Text found ? found.text() : "";
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
