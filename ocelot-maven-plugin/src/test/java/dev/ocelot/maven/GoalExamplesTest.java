package dev.ocelot.maven;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Part of a POM on a goal's page stands in a project that the invoker runs: the line above it names
 * the file, as in {@code <!-- in: it/src/it/test-tags-current/pom.xml -->}.
 *
 * <p>A console session on a goal's page is one that the invoker runs: the line above it names the
 * project, as in {@code <!-- runs: it/src/it/update-tags-stale -->}; that project runs the same
 * commands and asserts every line that the page shows as printed.
 */
final class GoalExamplesTest {
  private static final Path TOP = Path.of("..");
  private static final String PROMPT = "$ mvn ";
  private static final Pattern SESSION =
      Pattern.compile("(?:<!-- runs: (\\S+) -->\n)?```console\n(.*?)```", Pattern.DOTALL);

  private static final Pattern POM =
      Pattern.compile("(?:<!-- in: (\\S+) -->\n)?```xml\n(.*?)```", Pattern.DOTALL);

  /** A session on a page; the project is empty where the page names none. */
  record Session(String page, String project, List<String> lines) {}

  static List<Session> sessions() throws IOException {
    return found(SESSION);
  }

  static List<Session> poms() throws IOException {
    return found(POM);
  }

  private static List<Session> found(Pattern pattern) throws IOException {
    List<Session> sessions = new ArrayList<>();
    try (Stream<Path> pages = Files.list(TOP.resolve("docs/goals"))) {
      for (Path page : pages.sorted().toList()) {
        Matcher matcher = pattern.matcher(Files.readString(page));
        while (matcher.find()) {
          String project = matcher.group(1) == null ? "" : matcher.group(1);
          sessions.add(
              new Session(
                  page.getFileName().toString(), project, matcher.group(2).lines().toList()));
        }
      }
    }
    return sessions;
  }

  @ParameterizedTest
  @MethodSource("sessions")
  void isWhatTheInvokerRuns(Session session) throws IOException {
    assertThat(session.project()).as("the page names the project").isNotEmpty();
    Path project = TOP.resolve(session.project());
    List<String> goals = goals(project.resolve("invoker.properties"));
    String asserted = Files.readString(project.resolve("verify.groovy"));
    for (String line : session.lines()) {
      if (line.startsWith(PROMPT)) {
        assertThat(goals).contains(line.substring(PROMPT.length()));
      } else {
        assertThat(asserted).contains(line);
      }
    }
  }

  @ParameterizedTest
  @MethodSource("poms")
  void standsInAProjectThatTheInvokerRuns(Session pom) throws IOException {
    assertThat(pom.project()).as("the page names the file").startsWith("it/src/it/");
    List<String> file =
        Files.readString(TOP.resolve(pom.project())).lines().map(String::strip).toList();
    assertThat(file).containsSequence(pom.lines().stream().map(String::strip).toList());
  }

  /** What a person types has no version. */
  private static List<String> goals(Path file) throws IOException {
    Properties properties = new Properties();
    try (Reader in = Files.newBufferedReader(file)) {
      properties.load(in);
    }
    return properties.stringPropertyNames().stream()
        .filter(name -> name.matches("invoker\\.goals(\\.\\d+)?"))
        .map(name -> properties.getProperty(name).replace(":${project.version}", ""))
        .toList();
  }
}
