package dev.ocelot.maven.console;

import dev.ocelot.file.AtomicFile;
import dev.ocelot.json.JsonWriter;
import dev.ocelot.problem.Problem;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * {@code problems.json} in a module's output directory: the errors of the last goal that failed
 * there.
 */
public final class ProblemsFile {
  private final Path file;
  private final ProblemText text;

  /**
   * In a directory.
   *
   * @param directory the module's output directory, made when needed
   * @param text how remedies are written
   */
  public ProblemsFile(Path directory, ProblemText text) {
    this.file = directory.resolve("problems.json");
    this.text = text;
  }

  /**
   * Writes the errors of a goal; with none, removes what the same goal left at an earlier run.
   *
   * @param goal the goal
   * @param errors its errors
   * @throws IOException when the directory cannot be written
   */
  public void write(String goal, List<Problem> errors) throws IOException {
    if (!errors.isEmpty()) {
      Files.createDirectories(file.getParent());
      new AtomicFile(file).write(document(goal, errors).getBytes(StandardCharsets.UTF_8));
    } else if (Files.isRegularFile(file)
        && Files.readString(file).contains("\"goal\": \"" + goal + "\"")) {
      Files.delete(file);
    }
  }

  private String document(String goal, List<Problem> errors) {
    StringBuilder out = new StringBuilder();
    JsonWriter json = new JsonWriter(out);
    json.object().name("goal").value(goal).name("problems");
    ProblemJson.write(json, errors, text);
    json.end();
    return out.append('\n').toString();
  }
}
