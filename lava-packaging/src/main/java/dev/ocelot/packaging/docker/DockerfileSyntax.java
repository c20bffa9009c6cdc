package dev.ocelot.packaging.docker;

import dev.ocelot.problem.Location;
import dev.ocelot.problem.Problem;
import dev.ocelot.problem.ProblemId;
import dev.ocelot.problem.Remedy;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Refuses a {@code # syntax=} line that names a moving target.
 *
 * <p>Such a line makes BuildKit fetch a program from a registry and read the rest of the file with
 * it: the same Dockerfile then builds differently on another day, and not at all without a network.
 * With a digest it says which program, and is let through. As in BuildKit, only the lines before
 * anything else are directives.
 */
public final class DockerfileSyntax {
  private static final Pattern DIRECTIVE =
      Pattern.compile("\\s*#\\s*([A-Za-z][A-Za-z0-9]*)\\s*=\\s*(.+?)\\s*");
  private static final Pattern PINNED = Pattern.compile(".+@sha256:[0-9a-f]{64}");
  private static final String BYTE_ORDER_MARK = "\uFEFF";

  private DockerfileSyntax() {}

  /**
   * Looks at the directives of a Dockerfile.
   *
   * @param dockerfile its bytes
   * @param shownAs its path as it is shown
   * @return what is wrong, {@code config-invalid}; empty when all is well
   */
  public static Optional<Problem> check(byte[] dockerfile, String shownAs) {
    String text = new String(dockerfile, StandardCharsets.UTF_8);
    if (text.startsWith(BYTE_ORDER_MARK)) {
      text = text.substring(1);
    }
    List<String> lines = text.lines().toList();
    for (int i = 0; i < lines.size(); i++) {
      String line = lines.get(i);
      if (i == 0 && line.startsWith("#!")) {
        continue;
      }
      Matcher directive = DIRECTIVE.matcher(line);
      if (!directive.matches()) {
        return Optional.empty();
      }
      if (directive.group(1).equalsIgnoreCase("syntax")
          && !PINNED.matcher(directive.group(2)).matches()) {
        return Optional.of(problem(shownAs, i + 1, directive));
      }
    }
    return Optional.empty();
  }

  private static Problem problem(String shownAs, int line, Matcher directive) {
    return Problem.error(
            ProblemId.CONFIG_INVALID,
            "the Dockerfile is to be read by a program that a registry gives out under a name")
        .at(Location.of(shownAs, line, directive.start(2) + 1))
        .comparing(directive.group(2), "no syntax line, or one with @sha256:")
        .withRemedy(
            Remedy.advice(
                "Delete the line (the engine's own reader is used then), or pin it by a digest"));
  }
}
