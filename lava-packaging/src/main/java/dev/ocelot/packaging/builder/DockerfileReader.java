package dev.ocelot.packaging.builder;

import dev.ocelot.packaging.builder.BuildArguments.UnknownException;
import dev.ocelot.packaging.builder.BuilderBases.PlatformChoice;
import dev.ocelot.problem.Location;
import dev.ocelot.problem.Problem;
import dev.ocelot.problem.ProblemId;
import dev.ocelot.problem.Problems;
import dev.ocelot.problem.Remedy;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Reads from a Dockerfile what it is built on: the images of its stages, of {@code COPY --from} and
 * of {@code RUN --mount=from=}, with the defaults of its {@code ARG}s.
 */
final class DockerfileReader {
  /** Stands for the value that only an engine knows. */
  private static final String ENGINE = "\u0000engine";

  private static final Pattern FROM =
      Pattern.compile(
          "(?:--platform=(?<platform>\\S+)\\s+)?(?<image>\\S+)(?:\\s+[Aa][Ss]\\s+(?<name>\\S+))?");
  private static final Pattern COPY_FROM = Pattern.compile("(?:^|\\s)--from=(\\S+)");
  private static final Pattern MOUNT_FROM =
      Pattern.compile("(?:^|\\s)--mount=\\S*?\\bfrom=([^,\\s]+)");

  private final String shownAs;
  private final Problems problems;
  private final BuildArguments arguments;
  private final Set<String> references = new LinkedHashSet<>();
  private final Map<String, Stage> stages = new HashMap<>();
  private int count;
  private Stage last = new Stage(BuilderBases.SCRATCH, new PlatformChoice.OfImage());

  private record Stage(String root, PlatformChoice platform) {}

  private DockerfileReader(String shownAs, Map<String, String> given, Problems problems) {
    this.shownAs = shownAs;
    this.problems = problems;
    Map<String, String> known = new HashMap<>(given);
    known.put("BUILDPLATFORM", ENGINE);
    this.arguments = new BuildArguments(known);
  }

  /**
   * Reads.
   *
   * @param bytes the Dockerfile
   * @param shownAs how problems name it
   * @param given build arguments that win over its defaults
   * @param problems takes what is wrong: {@code config-invalid}
   */
  static BuilderBases read(
      byte[] bytes, String shownAs, Map<String, String> given, Problems problems) {
    DockerfileReader reader = new DockerfileReader(shownAs, given, problems);
    DockerfileLines.instructions(bytes).forEach(reader::take);
    if (reader.count == 0) {
      problems.add(
          Problem.error(ProblemId.CONFIG_INVALID, "the Dockerfile has no FROM")
              .at(Location.of(shownAs))
              .withRemedy(Remedy.advice("name the image that the builder is made from")));
    }
    return new BuilderBases(
        new ArrayList<>(reader.references), reader.last.root(), reader.last.platform());
  }

  private void take(DockerfileInstruction instruction) {
    try {
      switch (instruction.keyword()) {
        case "ARG" -> {
          if (count == 0) {
            arguments.declare(instruction.arguments());
          }
        }
        case "FROM" -> {
          count++;
          from(instruction);
        }
        case "COPY" -> uses(COPY_FROM, instruction);
        case "RUN" -> uses(MOUNT_FROM, instruction);
        default -> {
          // Names no image.
        }
      }
    } catch (UnknownException e) {
      problems.add(unknown(instruction, e.name()));
    }
  }

  private void from(DockerfileInstruction instruction) throws UnknownException {
    Matcher from = FROM.matcher(instruction.arguments());
    if (!from.matches()) {
      problems.add(
          Problem.error(ProblemId.CONFIG_INVALID, "a FROM that cannot be read")
              .at(at(instruction))
              .comparing(instruction.arguments(), "FROM [--platform=P] IMAGE [AS NAME]"));
      return;
    }
    String image = arguments.expand(from.group("image"));
    Stage parent = stages.get(image.toLowerCase(Locale.ROOT));
    if (parent == null) {
      parent = new Stage(external(image, instruction), new PlatformChoice.OfImage());
    }
    String platform = from.group("platform");
    last = platform == null ? parent : new Stage(parent.root(), choice(platform));
    stages.put(Integer.toString(count - 1), last);
    String name = from.group("name");
    if (name != null) {
      stages.put(name.toLowerCase(Locale.ROOT), last);
    }
  }

  private PlatformChoice choice(String text) throws UnknownException {
    String platform = arguments.expand(text);
    return platform.equals(ENGINE)
        ? new PlatformChoice.OfEngine()
        : new PlatformChoice.Given(platform);
  }

  private void uses(Pattern pattern, DockerfileInstruction instruction) throws UnknownException {
    Matcher use = pattern.matcher(instruction.arguments());
    while (use.find()) {
      String image = arguments.expand(use.group(1));
      if (!stages.containsKey(image.toLowerCase(Locale.ROOT))) {
        external(image, instruction);
      }
    }
  }

  private String external(String image, DockerfileInstruction instruction) throws UnknownException {
    if (image.contains(ENGINE)) {
      throw new UnknownException("BUILDPLATFORM");
    }
    if (image.startsWith("-")) {
      problems.add(
          Problem.error(ProblemId.CONFIG_INVALID, "the name of an image begins with -")
              .at(at(instruction))
              .comparing(image, "a name with tag or digest"));
    } else if (!image.equals(BuilderBases.SCRATCH)) {
      references.add(image);
    }
    return image;
  }

  private Problem unknown(DockerfileInstruction instruction, String name) {
    return Problem.error(
            ProblemId.CONFIG_INVALID,
            instruction.keyword() + " uses " + name + ", which has no value before the build")
        .at(at(instruction))
        .withRemedy(Remedy.advice("give it a default: ARG " + name + "=… before the first FROM"));
  }

  private Location at(DockerfileInstruction instruction) {
    return Location.of(shownAs, instruction.line(), 1);
  }
}
