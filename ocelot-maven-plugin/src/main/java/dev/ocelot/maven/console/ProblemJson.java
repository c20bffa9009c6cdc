package dev.ocelot.maven.console;

import dev.ocelot.json.JsonWriter;
import dev.ocelot.problem.Location;
import dev.ocelot.problem.Problem;
import java.util.List;
import java.util.Locale;

/** Writes problems for a program. */
public final class ProblemJson {
  private ProblemJson() {}

  /**
   * Writes an array of problems.
   *
   * @param json where to, at the place of a value
   * @param problems the problems
   * @param text how remedies are written
   */
  public static void write(JsonWriter json, List<Problem> problems, ProblemText text) {
    json.array();
    for (Problem problem : problems) {
      json.object();
      json.name("id").value(problem.id().text());
      json.name("severity").value(problem.severity().name().toLowerCase(Locale.ROOT));
      json.name("message").value(problem.message());
      location(json, problem.location());
      optional(json, "got", problem.got());
      optional(json, "expected", problem.expected());
      optional(json, "fix", text.remedy(problem.remedy()));
      json.end();
    }
    json.end();
  }

  private static void location(JsonWriter json, Location location) {
    if (location instanceof Location.InFile in) {
      json.name("file").value(in.file());
    } else if (location instanceof Location.InText in) {
      json.name("file").value(in.file());
      json.name("line").value(in.line());
      json.name("column").value(in.column());
    }
  }

  private static void optional(JsonWriter json, String name, String value) {
    if (!value.isEmpty()) {
      json.name(name).value(value);
    }
  }
}
