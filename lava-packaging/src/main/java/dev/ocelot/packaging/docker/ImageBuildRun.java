package dev.ocelot.packaging.docker;

import dev.ocelot.packaging.process.ProcessLimits;
import dev.ocelot.packaging.process.ProcessOutput;
import dev.ocelot.packaging.process.ProcessResult;
import dev.ocelot.problem.ProblemException;
import dev.ocelot.problem.Remedy;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;
import java.util.regex.Pattern;

/** Runs one build of an image and says what its failure means. */
final class ImageBuildRun {
  private static final Pattern BASE_MISSING =
      Pattern.compile(
          "failed to resolve source metadata|pull access denied|failed to do request"
              + "|failed to load metadata|error creating lease");

  private static final ProcessLimits PROBE = ProcessLimits.of(Duration.ofSeconds(30));
  private static final List<String> VERSION = List.of("version", "--format", "{{.Server.Version}}");

  private final ImageBuilder builder;
  private final DockerCommand command;

  ImageBuildRun(ImageBuilder builder, DockerCommand command) {
    this.builder = builder;
    this.command = command;
  }

  void run(ImageBuild build, Consumer<String> lines) {
    ProcessResult result =
        command.run(
            command
                .request(
                    builder.program(),
                    builder.argv(build),
                    builder.environment(),
                    ProcessLimits.of(build.limit()))
                .withInput(build.context())
                .withOutput(ProcessOutput.lines(lines))
                .withErrorLines(lines));
    if (!result.succeeded()) {
      // What a step prints may look like a lost engine, so the engine is asked.
      ProcessResult answer = command.run(command.request(builder.program(), VERSION, PROBE));
      if (!answer.succeeded()) {
        throw new ProblemException(EngineFailure.unavailable(answer));
      }
      throw new ProblemException(
          result.problem(
              DockerProblems.IMAGE_BUILD_FAILED,
              "image " + build.tag() + " for " + build.platform() + " does not build",
              remedy(result)));
    }
  }

  private static Remedy remedy(ProcessResult result) {
    String text = String.join("\n", result.tail()).toLowerCase(Locale.ROOT);
    if (BASE_MISSING.matcher(text).find()) {
      return Remedy.advice(
          "Give the engine the base image for this platform (docker pull, or build it), or name"
              + " another one in FROM");
    }
    return Remedy.advice("Mend the step of the Dockerfile that failed");
  }
}
