package dev.ocelot.maven.console;

import dev.ocelot.problem.Problem;
import java.util.List;

/**
 * What a goal has to say when it is done.
 *
 * @param lines information for a person: a table, then a summary
 * @param problems what is wrong; an error among them fails the build
 * @param document the same for a program, where the goal has such a form
 */
public record Report(List<String> lines, List<Problem> problems, JsonDocument document) {
  /** Keeps copies. */
  public Report {
    lines = List.copyOf(lines);
    problems = List.copyOf(problems);
  }

  /**
   * For a person only.
   *
   * @param lines information
   * @param problems what is wrong
   * @return the report
   */
  public static Report of(List<String> lines, List<Problem> problems) {
    return new Report(lines, problems, JsonDocument.NONE);
  }

  /**
   * One line, nothing wrong.
   *
   * @param line the line
   * @return the report
   */
  public static Report of(String line) {
    return of(List.of(line), List.of());
  }

  /**
   * Nothing to say.
   *
   * @return an empty report
   */
  public static Report silent() {
    return of(List.of(), List.of());
  }
}
