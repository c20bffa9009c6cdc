package dev.ocelot.packaging.evaluate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.ocelot.packaging.process.LocalProcessRunner;
import dev.ocelot.problem.Location;
import dev.ocelot.problem.ProblemException;
import dev.ocelot.tag.component.Component;
import dev.ocelot.tag.component.ComponentName;
import dev.ocelot.tag.component.ComponentSettings;
import dev.ocelot.tag.component.Evaluation;
import dev.ocelot.tag.component.OcelotLayout;
import dev.ocelot.tag.component.RepositoryRoot;
import dev.ocelot.tag.script.TagCall;
import dev.ocelot.yaml.YamlMap;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

@Timeout(120)
class BashEvaluatorTest {
  private static final Map<String, String> USER =
      Map.of(
          "PATH", System.getenv("PATH"), "ASKED", "as ked", "HIDDEN", "secret", "HOME", "/nowhere");

  private final Path folder;

  BashEvaluatorTest(@TempDir Path folder) {
    this.folder = folder;
  }

  private TagCall evaluate(String script) throws IOException {
    Path file = folder.resolve("components/hello/build.sh");
    Files.createDirectories(file.getParent());
    Files.writeString(file, script);
    ComponentSettings settings =
        new ComponentSettings(
            List.of(),
            false,
            Evaluation.BASH,
            List.of("ASKED", "UNSET"),
            YamlMap.EMPTY,
            Location.NONE);
    Component component =
        new Component(
            ComponentName.parse("hello").orElseThrow(),
            new OcelotLayout(),
            "components/hello/build.sh",
            settings);
    return new BashEvaluator(new LocalProcessRunner(), USER)
        .evaluate(RepositoryRoot.of(folder), component);
  }

  static Stream<Arguments> calls() {
    return Stream.of(
        Arguments.of(
            "ci_tag_build_time_check HELLO_TAG a 'b c' $'d\\ne' ''",
            List.of("a", "b c", "d\ne", "")),
        Arguments.of(
            "A=(x/*.patch)\nci_tag_build_time_check HELLO_TAG \"${A[@]}\"", List.of("x/*.patch")),
        Arguments.of(
            "ci_tag_build_time_check HELLO_TAG \"$ASKED\" \"${HIDDEN-no}\" \"${UNSET-no}\"",
            List.of("as ked", "no", "no")),
        Arguments.of(
            "set -eu\nif true; then ci_tag_build_time_check HELLO_TAG in; fi; exit 7",
            List.of("in")),
        Arguments.of(
            "echo printed; printf 'x\\0y\\0'; ci_tag_build_time_check HELLO_TAG a; echo late",
            List.of("a")),
        Arguments.of("trap 'echo bye' EXIT\nci_tag_build_time_check HELLO_TAG a", List.of("a")),
        Arguments.of("sleep 300 & ci_tag_build_time_check HELLO_TAG a", List.of("a")),
        Arguments.of(
            "read -r line || ci_tag_build_time_check HELLO_TAG \"end of input\"",
            List.of("end of input")),
        Arguments.of("ci_tag_build_time_check HELLO_TAG \"$(basename \"$PWD\")\"", List.of()));
  }

  @ParameterizedTest
  @MethodSource("calls")
  void theWordsOfTheCallAreTaken(String script, List<String> words) throws IOException {
    TagCall call = evaluate(script);
    assertThat(call.variable()).isEqualTo("HELLO_TAG");
    List<String> expected =
        words.isEmpty() ? List.of(folder.toRealPath().getFileName().toString()) : words;
    assertThat(call.paths()).isEqualTo(expected);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "echo HELLO_TAG",
        "exit 3",
        "",
        "printf 'HELLO_TAG\\0a\\0'",
        "if false; then ci_tag_build_time_check HELLO_TAG; fi",
        "syntax error (("
      })
  void aScriptThatDoesNotCallIsAProblem(String script) {
    assertThatThrownBy(() -> evaluate(script))
        .isInstanceOf(ProblemException.class)
        .hasMessageContaining("call-not-reached: components/hello/build.sh")
        .hasMessageContaining("component hello");
  }

  @Test
  void nothingIsLeftOfTheEvaluation() throws IOException {
    TagCall call =
        evaluate("echo x > \"$TMPDIR/f\"; ci_tag_build_time_check HELLO_TAG \"$TMPDIR\" \"$HOME\"");
    assertThat(Path.of(call.paths().get(0))).doesNotExist();
    assertThat(call.paths().get(1)).isEqualTo(call.paths().get(0));
  }
}
