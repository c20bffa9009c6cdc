package dev.ocelot.packaging.schema;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.dataformat.yaml.YAMLMapper;

/**
 * A YAML block on a page for readers is one that works: its first line names the file that it
 * stands for, and one below {@code config/} keeps to that file's schema. The files of other
 * programs must at least be YAML.
 */
class PageExamplesTest {
  private static final Path TOP = Path.of("..");
  private static final Pattern BLOCK = Pattern.compile("```yaml\n(.*?)```", Pattern.DOTALL);
  private static final Pattern OURS = Pattern.compile("# config/(\\w+)\\.yaml\\b.*");

  /**
   * A block.
   *
   * @param page where it stands
   * @param schema the schema that it keeps to; empty for a file of another program
   * @param text the block
   */
  record Example(String page, String schema, String text) {
    @Override
    public String toString() {
      return page + ": " + text.lines().findFirst().orElse("");
    }
  }

  static List<Example> examples() throws IOException {
    List<Path> pages = new ArrayList<>(List.of(TOP.resolve("README.md")));
    pages.add(TOP.resolve("it/quickstart-repo/README.md"));
    try (Stream<Path> goals = Files.list(TOP.resolve("docs/goals"))) {
      goals.sorted().forEach(pages::add);
    }
    List<Example> examples = new ArrayList<>();
    for (Path page : pages) {
      Matcher block = BLOCK.matcher(Files.readString(page));
      while (block.find()) {
        Matcher ours = OURS.matcher(block.group(1).lines().findFirst().orElse(""));
        String schema = ours.matches() ? ours.group(1) : "";
        examples.add(new Example(page.getFileName().toString(), schema, block.group(1)));
      }
    }
    return examples;
  }

  @ParameterizedTest
  @MethodSource("examples")
  void works(Example example) {
    if (example.schema().isEmpty()) {
      assertThat(new YAMLMapper().readTree(example.text()).isObject()).isTrue();
      assertThat(example.text()).as("a file of ours is named").doesNotContain("config/");
    } else {
      assertThat(new PublishedSchema(example.schema()).complaintsAboutYaml(example.text()))
          .isEmpty();
    }
  }

  @Test
  void everyFileOfOursHasAnExample() throws IOException {
    assertThat(examples())
        .extracting(Example::schema)
        .contains("components", "publish", "distributions", "component_dependencies");
  }
}
