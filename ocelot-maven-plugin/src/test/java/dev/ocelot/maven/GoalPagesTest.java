package dev.ocelot.maven;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.apache.maven.plugin.descriptor.MojoDescriptor;
import org.apache.maven.plugin.descriptor.Parameter;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Every goal has a page, and the parameter table on it is the one that the code has. With {@code
 * -Docelot.docs.write=true} the tables are written.
 */
final class GoalPagesTest {
  private static final Path PAGES = Path.of("..", "docs", "goals");
  private static final String BEGIN = "<!-- parameters: generated -->\n";
  private static final String END = "<!-- end -->\n";

  static Stream<MojoDescriptor> goals() {
    return DescribedGoals.goals().stream();
  }

  @ParameterizedTest
  @MethodSource("goals")
  void showsTheParametersThatTheGoalHas(MojoDescriptor goal) throws IOException {
    Path page = PAGES.resolve(goal.getGoal() + ".md");
    assertThat(page).isRegularFile();
    String text = Files.readString(page);
    int begin = text.indexOf(BEGIN);
    int end = text.indexOf(END);
    assertThat(begin).as("%s has a place for its parameters", page).isPositive().isLessThan(end);
    String wanted = text.substring(0, begin + BEGIN.length()) + table(goal) + text.substring(end);
    if (Boolean.getBoolean("ocelot.docs.write")) {
      Files.writeString(page, wanted);
    }
    assertThat(Files.readString(page)).isEqualTo(wanted);
  }

  @Test
  void hasNoPageWithoutGoal() throws IOException {
    List<String> names = DescribedGoals.goals().stream().map(g -> g.getGoal() + ".md").toList();
    try (Stream<Path> pages = Files.list(PAGES)) {
      assertThat(pages.map(page -> page.getFileName().toString())).isSubsetOf(names);
    }
  }

  private static String table(MojoDescriptor goal) {
    StringBuilder table = new StringBuilder("| property | default | meaning |\n|---|---|---|\n");
    for (Parameter parameter : DescribedGoals.settable(goal)) {
      String standard = DescribedGoals.defaultValue(goal, parameter);
      table
          .append("| `")
          .append(DescribedGoals.property(goal, parameter))
          .append("` | ")
          .append(standard.isEmpty() ? "" : "`" + standard + "`")
          .append(" | ")
          .append(plain(parameter.getDescription()))
          .append(" |\n");
    }
    return table.toString();
  }

  /** The descriptor carries a little HTML. */
  private static String plain(String html) {
    return html.replaceAll("</?code>", "`")
        .replaceAll("<[^>]+>", "")
        .replace("&lt;", "<")
        .replace("&gt;", ">")
        .replace("&amp;", "&")
        .replace("|", "\\|")
        .replaceAll("\\s+", " ")
        .trim();
  }
}
