package dev.ocelot.maven.console;

import dev.ocelot.problem.Location;
import dev.ocelot.problem.Problem;
import dev.ocelot.problem.Remedy;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;

/** Writes a problem for a person: what is wrong, where, got and expected, what to do. */
public final class ProblemText {
  private static final String INDENT = "    ";
  private final Supplier<CommandSpelling> spelling;

  /**
   * For readers who stand at one place.
   *
   * @param spelling how commands are written there, asked for only when there is a command to write
   */
  public ProblemText(Supplier<CommandSpelling> spelling) {
    this.spelling = spelling;
  }

  /**
   * Several problems as lines; a remedy that neighbours share is written once, behind the last of
   * them.
   *
   * @param problems the problems
   * @return the lines of each problem, in order
   */
  public List<List<String>> lines(List<Problem> problems) {
    List<List<String>> all = new ArrayList<>();
    for (int i = 0; i < problems.size(); i++) {
      Problem problem = problems.get(i);
      boolean again =
          i + 1 < problems.size() && problems.get(i + 1).remedy().equals(problem.remedy());
      all.add(lines(again ? problem.withRemedy(Remedy.NONE) : problem));
    }
    return all;
  }

  /**
   * The problem as lines: the first says everything that a search in a log needs, the others are
   * indented.
   *
   * @param problem the problem
   * @return at least one line, without control characters
   */
  public List<String> lines(Problem problem) {
    List<String> lines = new ArrayList<>();
    StringBuilder first = new StringBuilder();
    if (!(problem.location() instanceof Location.None)) {
      first.append(problem.location()).append(": ");
    }
    List<String> message = problem.message().lines().toList();
    first.append(message.isEmpty() ? "" : message.get(0));
    first.append(" [").append(problem.id().text()).append(']');
    lines.add(printable(first.toString()));
    message.stream()
        .skip(1)
        .filter(l -> !l.isBlank())
        .forEach(l -> lines.add(INDENT + printable(l.strip())));
    if (!problem.got().isEmpty()) {
      lines.add(INDENT + "got:      " + printable(problem.got()));
    }
    if (!problem.expected().isEmpty()) {
      lines.add(INDENT + "expected: " + printable(problem.expected()));
    }
    String fix = remedy(problem.remedy());
    if (!fix.isEmpty()) {
      lines.add(INDENT + "fix:      " + printable(fix));
    }
    return lines;
  }

  /**
   * The remedy as one line.
   *
   * @param remedy the remedy
   * @return the advice or the command; empty when there is none
   */
  public String remedy(Remedy remedy) {
    if (remedy instanceof Remedy.Advice advice) {
      return advice.text();
    }
    if (remedy instanceof Remedy.RunGoal run) {
      String command = spelling.get().command(run.goal(), run.parameters());
      return run.purpose().isEmpty() ? command : run.purpose() + ": " + command;
    }
    return "";
  }

  /** A name from a repository may hold anything; a log must not obey it. */
  private static String printable(String text) {
    StringBuilder safe = new StringBuilder(text.length());
    text.codePoints()
        .forEach(
            c -> {
              if (c == '\t' || !Character.isISOControl(c)) {
                safe.appendCodePoint(c);
              } else {
                safe.append(String.format(java.util.Locale.ROOT, "\\x%02x", c));
              }
            });
    return safe.toString();
  }
}
