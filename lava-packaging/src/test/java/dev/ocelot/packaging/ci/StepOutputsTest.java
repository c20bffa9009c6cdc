package dev.ocelot.packaging.ci;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import dev.ocelot.problem.ProblemException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class StepOutputsTest {
  private final Path file;
  private final StepOutputs gitHub;

  StepOutputsTest(@TempDir Path folder) {
    this.file = folder.resolve("commands");
    this.gitHub =
        new GitHubOutputs(
            Map.of(
                "GITHUB_OUTPUT", file.toString(),
                "GITHUB_STEP_SUMMARY", file.resolveSibling("summary.md").toString()));
  }

  /** Reads the file as the runner does. */
  private static String received(String text, String name) {
    List<String> lines = text.lines().toList();
    for (int i = 0; i < lines.size(); i++) {
      String line = lines.get(i);
      if (line.startsWith(name + "=")) {
        return line.substring(name.length() + 1);
      }
      if (line.startsWith(name + "<<")) {
        String end = line.substring(name.length() + 2);
        int last = i + 1 + lines.subList(i + 1, lines.size()).indexOf(end);
        return String.join("\n", lines.subList(i + 1, last));
      }
    }
    throw new AssertionError("no output " + name + " in " + text);
  }

  @Test
  void t10OneLineIsWrittenPlainly() throws IOException {
    assertThat(gitHub.set(List.of(new StepOutput("MY_VAR", "hello world")))).isTrue();
    assertThat(file).hasContent("MY_VAR=hello world\n");
    assertThat(Files.readString(file)).endsWith("\n");
  }

  /** T11, and values that look like the form around them. */
  static Stream<Arguments> values() {
    return Stream.of(
        arguments("T11 three lines", "a\nb\nc"),
        arguments("T11 a document", "{\n  \"a\": [\"b\"]\n}"),
        arguments("nothing", ""),
        arguments("an equals sign", "a=b=c"),
        arguments("another output", "x\nMY_VAR=forged\nOTHER<<EOF"),
        arguments("blanks", "  a  "),
        arguments("not ASCII", "é\n→"));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource
  void values(String name, String value) throws IOException {
    StepOutput before = new StepOutput("BEFORE", "1");
    StepOutput after = new StepOutput("AFTER", "2\n3");

    gitHub.set(List.of(before, new StepOutput("MY_VAR", value), after));

    String text = Files.readString(file);
    assertThat(received(text, "BEFORE")).isEqualTo("1");
    assertThat(received(text, "MY_VAR")).isEqualTo(value);
    assertThat(received(text, "AFTER")).isEqualTo("2\n3");
  }

  @Test
  void aValueThatHoldsTheDelimiterGetsAnother() throws IOException {
    gitHub.set(List.of(new StepOutput("X", "a\nb")));
    String delimiter = Files.readString(file).lines().toList().get(0).substring("X<<".length());
    assertThat(delimiter).matches("ghadelimiter_X_[0-9a-f]{16}");
    Files.delete(file);

    String value = "a\nb\n" + delimiter;
    gitHub.set(List.of(new StepOutput("X", value)));

    assertThat(received(Files.readString(file), "X")).isEqualTo(value);
  }

  @Test
  void theSameValueGivesTheSameBytes() throws IOException {
    gitHub.set(List.of(new StepOutput("X", "a\nb")));
    String first = Files.readString(file);
    gitHub.set(List.of(new StepOutput("X", "a\nb")));
    assertThat(file).hasContent(first + first);
  }

  @Test
  void addsBelowWhatOthersWrote() throws IOException {
    Files.writeString(file, "OTHER=1");
    gitHub.set(List.of(new StepOutput("X", "2")));
    assertThat(Files.readString(file)).isEqualTo("OTHER=1\nX=2\n");
  }

  @Test
  void carriageReturnsDoNotEndAValue() throws IOException {
    gitHub.set(List.of(new StepOutput("X", "a\rY=b")));
    assertThat(Files.readString(file)).startsWith("X<<").contains("\na\rY=b\n");
  }

  @Test
  void summariesAreAdded() throws IOException {
    assertThat(gitHub.summarise("## One")).isTrue();
    assertThat(gitHub.summarise("## Two\n")).isTrue();
    assertThat(Files.readString(file.resolveSibling("summary.md"))).isEqualTo("## One\n## Two\n");
  }

  @Test
  void t12WithoutAnEngineNothingIsTaken() {
    List<StepOutput> outputs = List.of(new StepOutput("X", "1"));
    assertThat(new NoOutputs().set(outputs)).isFalse();
    assertThat(new NoOutputs().summarise("x")).isFalse();
    assertThat(new GitHubOutputs(Map.of("GITHUB_OUTPUT", "")).set(outputs)).isFalse();
    assertThat(new GitHubOutputs(Map.of()).summarise("x")).isFalse();
    assertThat(GitHubOutputs.isPresent(Map.of("GITHUB_OUTPUT", ""))).isFalse();
    assertThat(GitHubOutputs.isPresent(Map.of("GITHUB_STEP_SUMMARY", "x"))).isTrue();
    assertThat(file).doesNotExist();
  }

  @Test
  void aFileThatCannotBeWrittenIsAProblem() throws IOException {
    Files.createDirectory(file);
    assertThatExceptionOfType(ProblemException.class)
        .isThrownBy(() -> gitHub.set(List.of(new StepOutput("X", "1"))))
        .withMessageStartingWith("file-access: " + file);
    StepOutputs gitLab = new GitLabOutputs(file.resolve("no").resolve("report"));
    assertThatExceptionOfType(ProblemException.class)
        .isThrownBy(() -> gitLab.set(List.of(new StepOutput("X", "1"))))
        .withMessageStartingWith("file-access: ");
  }

  @Test
  void gitLabGetsOneLineAVariable() throws IOException {
    StepOutputs gitLab = new GitLabOutputs(file);
    Files.writeString(file, "OLD=1\n");
    assertThat(
            gitLab.set(
                List.of(
                    new StepOutput("build_tags", "a,b"),
                    new StepOutput("my-text", "one\r\ntwo\nTHREE=3\n"))))
        .isTrue();
    assertThat(Files.readString(file)).isEqualTo("BUILD_TAGS=a,b\nMY_TEXT=one two THREE=3\n");
    assertThat(gitLab.summarise("x")).isFalse();
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "a=b", "a<<b", "a b", "a\nb", "1a", "-a"})
  void namesAreNames(String name) {
    assertThatIllegalArgumentException().isThrownBy(() -> new StepOutput(name, "x"));
  }
}
