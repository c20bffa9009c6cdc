package dev.ocelot.maven.tag;

import dev.ocelot.maven.console.TextTable;
import dev.ocelot.problem.Problems;
import dev.ocelot.tag.check.Expectations;
import dev.ocelot.tag.check.ExpectedTag;
import dev.ocelot.tag.check.TagResult;
import java.util.ArrayList;
import java.util.List;

/** Shows the results of a check to a person. */
final class TagSummary {
  private TagSummary() {}

  /** One line, whatever the number. */
  static String line(List<TagResult> results) {
    int current = current(results);
    String components = results.size() == 1 ? "1 component" : results.size() + " components";
    if (current == results.size()) {
      return results.isEmpty() ? "no components" : components + ", all current";
    }
    return components + ", " + current + " current, " + (results.size() - current) + " not";
  }

  private static int current(List<TagResult> results) {
    int current = 0;
    for (TagResult result : results) {
      current += result instanceof TagResult.Current ? 1 : 0;
    }
    return current;
  }

  /** The line of a check, unless all is well with what was read and something else is wrong. */
  static List<String> lines(List<TagResult> results, Problems problems) {
    boolean allCurrent = current(results) == results.size();
    return allCurrent && problems.hasErrors() ? List.of() : List.of(line(results));
  }

  /** A row a component, then the line. */
  static List<String> table(List<TagResult> results, Expectations expectations) {
    TextTable table = new TextTable("component", "state", "declared", "computed");
    for (TagResult result : results) {
      table.row(
          result.component().name().text(),
          result.state(),
          expectations.declared(result.component()).map(ExpectedTag::text).orElse("-"),
          result.computation().map(c -> c.computed().tag().text()).orElse("-"));
    }
    List<String> lines = new ArrayList<>(table.isEmpty() ? List.of() : table.lines());
    lines.add(line(results));
    return lines;
  }
}
