package dev.ocelot.tag.export;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** What the exported functions hash, and what they refuse to hash. */
class ExportedFunctionsInputTest {
  @TempDir Path scratch;

  private static Stream<Arguments> each(Stream<Arguments> cases) {
    List<Arguments> all = cases.toList();
    return Stream.of(Shell.values())
        .flatMap(
            shell ->
                all.stream()
                    .map(
                        one ->
                            Arguments.of(
                                Stream.concat(Stream.of(shell), Stream.of(one.get())).toArray())));
  }

  /** The values are what Mesa 26.2's {@code _ci_calculate_tag} prints for these contents. */
  static Stream<Arguments> vectors() {
    return each(
        Stream.of(
            Arguments.of(List.of("ab", "c"), "900150983cd24fb0d6963f7d28e17f72"),
            Arguments.of(List.of("a", "bc"), "900150983cd24fb0d6963f7d28e17f72"),
            Arguments.of(List.of("ab", "", "c"), "900150983cd24fb0d6963f7d28e17f72"),
            Arguments.of(List.of(""), "d41d8cd98f00b204e9800998ecf8427e"),
            Arguments.of(List.of("l1\r\nl2\r\n"), "4041ef51b49d603630919f4ecb5a645b"),
            Arguments.of(List.of("\u00ff\u0000\u00fe"), "13a18f27d9e54107c1d22c7d67f55018"),
            Arguments.of(List.of("x"), "9dd4e461268c8034f5c8564e155c67a6"),
            Arguments.of(List.of("\u00ef\u00bb\u00bfbom\n"), "129c06b8d8ffc696b8e267269a95439a")));
  }

  @ParameterizedTest
  @MethodSource("vectors")
  void theTagIsMesas(Shell shell, List<String> contents, String expected) throws Exception {
    ShellCase test = dry().file(ShellCase.SCRIPT, "");
    StringBuilder call = new StringBuilder("ci_tag_build_time_check MY_COMP_TAG");
    for (int i = 0; i < contents.size(); i++) {
      Files.write(
          test.root.resolve("in put " + i), contents.get(i).getBytes(StandardCharsets.ISO_8859_1));
      call.append(" 'in put ").append(i).append("'");
    }
    assertTag(test.run(shell, "", call.toString()), expected);
  }

  static Stream<Arguments> names() {
    return each(
        Stream.of(
                "a b",
                " a",
                "-n",
                "--help",
                "-",
                "a\nb",
                "a\n",
                "*",
                "[ab]",
                "$HOME",
                "`id`",
                "a\"b",
                "a\\b",
                "a\\nb",
                "~",
                "!",
                "%s",
                "dir/-x",
                "\u00e9\u6587")
            .map(Arguments::of));
  }

  @ParameterizedTest
  @MethodSource("names")
  void anyNameIsHashedAsItIs(Shell shell, String name) throws Exception {
    ShellCase test = dry().file(ShellCase.SCRIPT, "s").file(name, "content");
    assertTag(
        test.run(shell, "-eu", "ci_tag_build_time_check MY_COMP_TAG '" + name + "'"),
        ExportedFunctionsTest.md5("scontent"));
  }

  static Stream<Arguments> refused() {
    return each(
        Stream.of(
            Arguments.of("missing", "input-missing: no file 'missing' below "),
            Arguments.of("", "input-missing: the name of an input is empty"),
            Arguments.of("folder", "input-missing: not a regular file that can be read: 'folder'"),
            Arguments.of("fifo", "input-missing: not a regular file that can be read: 'fifo'"),
            Arguments.of("/dev/null", "input-missing: not a regular file that can be read: "),
            Arguments.of("loop", "input-missing: no file 'loop' below ")));
  }

  @ParameterizedTest
  @MethodSource("refused")
  void whatIsNoFileIsAnErrorAndNeverHashed(Shell shell, String input, String message)
      throws Exception {
    ShellCase test = dry().file(ShellCase.SCRIPT, "s").file("good", "g").file("folder/x", "x");
    Files.createSymbolicLink(test.root.resolve("loop"), Path.of("loop"));
    assertThat(new ProcessBuilder("mkfifo", test.root.resolve("fifo").toString()).start().waitFor())
        .isZero();
    for (String options : List.of("", "-eux")) {
      Shell.Result result =
          test.run(shell, options, "ci_tag_build_time_check MY_COMP_TAG good '" + input + "' good");
      assertThat(result.exit()).isEqualTo(2);
      assertThat(result.out()).isEmpty();
      assertThat(result.err()).contains("ocelot: " + message);
    }
  }

  static Stream<Arguments> variables() {
    return each(
        Stream.of(
                "", "TAG", "_TAG", "ANGLE", "1A_TAG", "angle_TAG", "A-B_TAG", "A_TAG;id", "A B_TAG")
            .map(Arguments::of));
  }

  @ParameterizedTest
  @MethodSource("variables")
  void whatIsNoTagVariableIsRefused(Shell shell, String variable) throws Exception {
    ShellCase test = dry().file(ShellCase.SCRIPT, "s");
    for (String function :
        List.of("ci_tag_build_time_check", "ci_tag_test_time_check", "get_tag_variables")) {
      Shell.Result result = test.run(shell, "", function + " '" + variable + "'");
      assertThat(result.exit()).isEqualTo(2);
      assertThat(result.out()).isEmpty();
      assertThat(result.err())
          .startsWith("ocelot: tag-name-invalid: not a tag variable: '" + variable + "'\n");
    }
  }

  @ParameterizedTest
  @EnumSource(Shell.class)
  void aCallWithoutAnyArgumentIsRefused(Shell shell) throws Exception {
    Shell.Result result = dry().run(shell, "-u", "ci_tag_build_time_check");
    assertThat(result.exit()).isEqualTo(2);
    assertThat(result.err()).startsWith("ocelot: tag-name-invalid: not a tag variable: ''");
  }

  @ParameterizedTest
  @EnumSource(Shell.class)
  void aCallerWithCrLfIsToldSo(Shell shell) throws Exception {
    Shell.Result result =
        dry().file(ShellCase.SCRIPT, "s").run(shell, "", "ci_tag_build_time_check MY_COMP_TAG\r");
    assertThat(result.exit()).isEqualTo(2);
    assertThat(result.err()).contains("Fix: give the calling script LF line ends, it has CR LF");
  }

  private ShellCase dry() throws Exception {
    return new ShellCase(scratch).env("NEW_TAG_DRY_RUN", "1");
  }

  private static void assertTag(Shell.Result result, String expected) {
    assertThat(result.err()).isEmpty();
    assertThat(result.out()).isEqualTo(expected + "\n");
    assertThat(result.exit()).isZero();
  }
}
