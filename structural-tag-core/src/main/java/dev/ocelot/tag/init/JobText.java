package dev.ocelot.tag.init;

import dev.ocelot.problem.Location;
import dev.ocelot.problem.Problem;
import dev.ocelot.problem.ProblemException;
import dev.ocelot.problem.ProblemId;
import dev.ocelot.problem.Problems;
import dev.ocelot.problem.Remedy;
import dev.ocelot.tag.component.GitLabCiLayout;
import dev.ocelot.yaml.YamlFile;
import dev.ocelot.yaml.YamlMap;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * The lines of a job, put into a file of jobs in its style: behind the last job of its kind, set
 * off by blank lines, with the file's line ends. All other bytes stay.
 *
 * @param name the job
 * @param variables its variables with their values as YAML
 */
record JobText(String name, Map<String, String> variables) {

  byte[] appendedTo(byte[] before) {
    String text = decode(before);
    return encode(joined(text, text.length()));
  }

  /**
   * Puts the job in.
   *
   * @param before the file
   * @param jobs what it holds
   * @param layout tells which jobs are of this kind
   * @throws ProblemException when the outcome would not be the same jobs and this one
   */
  byte[] insertedInto(byte[] before, YamlMap jobs, GitLabCiLayout layout) {
    int line = 0;
    for (String job : jobs.keys()) {
      boolean alike =
          layout.componentOf(job).isPresent()
              && jobs.get(job).orElse(null) instanceof YamlMap map
              && map.get("variables").isPresent();
      if (alike && jobs.keyLocation(job) instanceof Location.InText at) {
        line = Math.max(line, at.line());
      }
    }
    String text = decode(before);
    byte[] after = encode(joined(text, line == 0 ? text.length() : endOfBlock(text, line)));
    requireSound(after, jobs);
    return after;
  }

  /** Where the block ends that begins at a line: behind its last line that is indented. */
  private static int endOfBlock(String text, int line) {
    int at = 0;
    for (int i = 0; i < line; i++) {
      at = nextLine(text, at);
    }
    int end = at;
    while (at < text.length() && "\r\n \t".indexOf(text.charAt(at)) >= 0) {
      int next = nextLine(text, at);
      if (!text.substring(at, next).isBlank()) {
        end = next;
      }
      at = next;
    }
    return end;
  }

  private static int nextLine(String text, int at) {
    int newline = text.indexOf('\n', at);
    return newline < 0 ? text.length() : newline + 1;
  }

  private String joined(String text, int at) {
    String end = text.contains("\r\n") ? "\r\n" : "\n";
    String head = text.substring(0, at);
    String tail = text.substring(at);
    StringBuilder joined = new StringBuilder(head);
    if (!head.isEmpty() && !head.endsWith("\n")) {
      joined.append(end);
    }
    if (!head.isBlank() && !head.endsWith(end + end)) {
      joined.append(end);
    }
    lines().forEach(line -> joined.append(line).append(end));
    if (!tail.isEmpty() && !tail.startsWith(end)) {
      joined.append(end);
    }
    return joined.append(tail).toString();
  }

  private List<String> lines() {
    List<String> lines = new ArrayList<>();
    lines.add(name + ":");
    lines.add("  variables:");
    variables.forEach((variable, value) -> lines.add("    " + variable + ": " + value));
    return lines;
  }

  private void requireSound(byte[] after, YamlMap before) {
    Problems problems = new Problems();
    List<String> keys = new ArrayList<>(YamlFile.parse(after, name, problems).keys());
    boolean added = keys.remove(name);
    if (problems.hasErrors() || !added || !keys.equals(before.keys())) {
      throw new ProblemException(
          Problem.error(ProblemId.CONFIG_INVALID, "the job " + name + " cannot be put in here")
              .at(before.location())
              .withRemedy(
                  Remedy.advice("Add it by hand: " + String.join(" ", lines()).replace("  ", ""))));
    }
  }

  /** One character for each byte, so that what is not touched stays whatever it is. */
  private static String decode(byte[] bytes) {
    return new String(bytes, StandardCharsets.ISO_8859_1);
  }

  private static byte[] encode(String text) {
    return text.getBytes(StandardCharsets.ISO_8859_1);
  }
}
