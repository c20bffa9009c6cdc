package dev.ocelot.tag.audit;

import dev.ocelot.shell.ShellCommand;
import dev.ocelot.shell.ShellScript;
import dev.ocelot.shell.ShellText;
import dev.ocelot.shell.Statement;
import dev.ocelot.tag.component.RepositoryRoot;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A script of the pipeline that checks a tag at test time whatever happens, not only if the tag is
 * set.
 *
 * @param path the script, relative to the root
 * @param variable the tag variable that it checks
 */
record TestScript(String path, String variable) {
  private static final String FUNCTION = "ci_tag_test_time_check";

  /** The name under which jobs run it, wherever it was copied to. */
  String name() {
    return path.substring(path.lastIndexOf('/') + 1);
  }

  /** All of them below {@code .gitlab-ci}, in byte order of their paths. */
  static List<TestScript> find(RepositoryRoot root) {
    List<TestScript> found = new ArrayList<>();
    for (String path : new WildcardPath(".gitlab-ci/**.sh").matches(root)) {
      ScriptBytes.read(root.resolve(path), FUNCTION)
          .ifPresent(
              text ->
                  ShellScript.parse(ShellText.of(text)).statements().stream()
                      .flatMap(statement -> variable(statement).stream())
                      .forEach(variable -> found.add(new TestScript(path, variable))));
    }
    return found;
  }

  private static Optional<String> variable(Statement statement) {
    if (statement.pipelines().get(0).commands().get(0) instanceof ShellCommand.Simple call
        && call.words().size() > 1
        && ScriptVisitor.nameOf(call).equals(FUNCTION)) {
      return call.words().get(1).literal();
    }
    return Optional.empty();
  }
}
