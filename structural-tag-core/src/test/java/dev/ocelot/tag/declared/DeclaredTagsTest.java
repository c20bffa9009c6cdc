package dev.ocelot.tag.declared;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ocelot.problem.Problem;
import dev.ocelot.problem.Problems;
import dev.ocelot.problem.Remedy;
import dev.ocelot.tag.Tag;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DeclaredTagsTest {
  private static final String ANGLE = "CONDITIONAL_BUILD_ANGLE_TAG";

  @TempDir Path dir;
  private final Problems problems = new Problems();

  private DeclaredTags read(String text) throws IOException {
    Path file = Files.writeString(dir.resolve("tags.yml"), text);
    return DeclaredTags.read(file, "tags.yml", problems);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "12345678901234567890123456789012",
        "01234567012345670123456701234567",
        "12345e67890123456789012345678901",
        "0b101010101010101010101010101010",
        "d41d8cd98f00b204e9800998ecf8427e",
      })
  void readsTagsAsTextWhateverYamlMakesOfThem(String tag) throws IOException {
    for (String spelt : new String[] {tag, "'" + tag + "'", "\"" + tag + "\"", "&a " + tag}) {
      DeclaredTags tags = read("variables:\n  " + ANGLE + ": " + spelt + "\n");

      DeclaredTag declared = tags.get(ANGLE).orElseThrow();
      assertThat(declared.tag()).contains(new Tag(tag));
      assertThat(declared.problem()).isEmpty();
      assertThat(declared.location()).hasToString("tags.yml:2:32");
    }
    assertThat(problems.all()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "D41D8CD98F00B204E9800998ECF8427E | D41D8CD98F00B204E9800998ECF8427E",
        "d41d8cd98f00b204e9800998ecf8427 | d41d8cd98f00b204e9800998ecf8427",
        "v1.2.3 | v1.2.3",
        "'${OTHER}' | ${OTHER}",
        "[a] | a list",
        "{a: b} | a mapping",
      })
  void namesWhatIsNoTagWithTheCommandThatMendsIt(String spelt, String got) throws IOException {
    DeclaredTags tags = read("variables:\n  CONDITIONAL_BUILD_MY_COMP_TAG: " + spelt + "\n");

    DeclaredTag declared = tags.get("CONDITIONAL_BUILD_MY_COMP_TAG").orElseThrow();
    Problem problem = declared.problem().orElseThrow();
    assertThat(declared.tag()).isEmpty();
    assertThat(problem)
        .hasToString(
            "config-invalid: tags.yml:2:34: what CONDITIONAL_BUILD_MY_COMP_TAG declares is not a"
                + " tag (got \""
                + got
                + "\", expected 32 lower-case hexadecimal digits)");
    assertThat(problem.remedy())
        .isEqualTo(
            Remedy.run(
                "update-tags", Map.of("ocelot.components", "my-comp"), "declare the computed tag"));
    assertThat(problems.all()).isEmpty();
  }

  @Test
  void knowsOnlyWhatHasAValue() throws IOException {
    DeclaredTags tags = read("variables:\n  A:\n  B: ~\n  C: ''\n  D: x\n");

    assertThat(tags.keys()).containsExactly("A", "B", "C", "D");
    assertThat(tags.get("A")).isEmpty();
    assertThat(tags.get("B")).isEmpty();
    assertThat(tags.get("C")).isEmpty();
    assertThat(tags.get("D")).isPresent();
    assertThat(tags.get("E")).isEmpty();
    assertThat(tags.location("D")).hasToString("tags.yml:5:3");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "# nothing\n", "variables:\n", "variables: {}\n", "include: a\n"})
  void declaresNothingInAFileWithoutVariables(String text) throws IOException {
    assertThat(read(text).keys()).isEmpty();
    assertThat(problems.all()).isEmpty();
  }

  @Test
  void declaresNothingWithoutAFile() {
    assertThat(DeclaredTags.read(dir.resolve("absent"), "absent", problems).keys()).isEmpty();
    assertThat(problems.all()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "variables: text | tags.yml:1:12",
        "variables: [a] | tags.yml:1:12",
        "- a | tags.yml:1:1",
        "variables: {A: 1, A: 2} | tags.yml:1:19",
      })
  void reportsAFileThatDeclaresNothingSensible(String text, String where) throws IOException {
    read(text);

    assertThat(problems.all()).hasSize(1);
    assertThat(problems.all().get(0).location()).hasToString(where);
  }

  @Test
  void readsMergedKeys() throws IOException {
    DeclaredTags tags = read("base: &b {A: x}\nvariables: {<<: *b, B: y}\n");

    assertThat(tags.get("A").orElseThrow().text()).isEqualTo("x");
  }
}
