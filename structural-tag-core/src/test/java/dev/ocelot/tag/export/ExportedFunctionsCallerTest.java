package dev.ocelot.tag.export;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ocelot.tag.Tag;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** The exported functions in scripts that do odd things around them. */
class ExportedFunctionsCallerTest {
  private static final String CALL = "ci_tag_build_time_check MY_COMP_TAG in";

  @TempDir Path scratch;

  static Stream<Arguments> habits() {
    return Stream.of(Shell.values())
        .flatMap(
            shell ->
                Stream.of(
                        "IFS=_",
                        "IFS=",
                        "CDPATH=/:.; export CDPATH",
                        "unset PWD OLDPWD",
                        "cd() { echo wrong; }",
                        "umask 077",
                        "exec 3>&1",
                        "exec 3>&-",
                        "trap 'echo trapped >&2' EXIT",
                        "_ocelot_script=x _ocelot_computed=y",
                        "[ -z \"${BASH_VERSION:-}\" ] || shopt -s failglob nocaseglob",
                        "[ -z \"${BASH_VERSION:-}\" ] || shopt -s nullglob expand_aliases",
                        "[ -z \"${BASH_VERSION:-}\" ] || set -o pipefail",
                        "LC_ALL=C.UTF-8; export LC_ALL")
                    .map(habit -> Arguments.of(shell, habit)));
  }

  @ParameterizedTest
  @MethodSource("habits")
  void noHabitOfTheCallerChangesTheResult(Shell shell, String habit) throws Exception {
    String tag = ExportedFunctionsTest.md5("sA");
    ShellCase test = repository();
    String lines = habit + "\n" + CALL + "\nci_tag_test_time_check MY_COMP_TAG";
    Shell.Result good = test.env("MY_COMP_TAG", tag).run(shell, "", lines);
    assertThat(good.out()).isEqualTo("reached\n");
    assertThat(good.err()).isEqualTo(habit.startsWith("trap") ? "trapped\n" : "");
    Shell.Result bad = test.env("MY_COMP_TAG", "x").run(shell, "", lines);
    assertThat(bad.exit()).isEqualTo(2);
    assertThat(bad.out()).isEmpty();
    assertThat(bad.err()).contains("  computed: " + tag);
  }

  @ParameterizedTest
  @EnumSource(Shell.class)
  void aFailureInsideAConditionEndsTheScriptToo(Shell shell) throws Exception {
    for (String lines :
        List.of(
            "if " + CALL + "; then :; fi",
            CALL + " || echo went on",
            "! " + CALL,
            "build() { " + CALL + "; }\nbuild || :")) {
      Shell.Result result = repository().env("MY_COMP_TAG", "x").run(shell, "", lines);
      assertThat(result.exit()).as(lines).isEqualTo(2);
      assertThat(result.out()).as(lines).isEmpty();
    }
  }

  @ParameterizedTest
  @EnumSource(Shell.class)
  void theVariablesOfTheCallerStay(Shell shell) throws Exception {
    ShellCase test = repository().env("MY_COMP_TAG", ExportedFunctionsTest.md5("sA"));
    String lines =
        """
        set -- 'one two' three
        IFS=x
        before=$-
        %s
        [ "$#" = 2 ] && [ "$1" = 'one two' ] && [ "$IFS" = x ] && [ "$before" = "$-" ] || exit 9
        [ -z "${_ocelot_script:-}" ] || exit 8
        """
            .formatted(CALL);
    assertThat(test.run(shell, "-u", lines).exit()).isZero();
  }

  @ParameterizedTest
  @EnumSource(Shell.class)
  void variablesForADeviceSurviveAnyValue(Shell shell) throws Exception {
    String odd = "it's a \"b\" $c `d` \\ %s\nline''";
    ShellCase test = repository().env("ODD_TAG", odd).env("EMPTY_TAG", "").env("A_TAG", "a");
    String lines =
        """
        get_tag_variables A_TAG UNSET_TAG ODD_TAG EMPTY_TAG >list
        cat list
        want=$ODD_TAG
        unset ODD_TAG
        . ./list
        [ "$ODD_TAG" = "$want" ] || exit 9
        """;
    Shell.Result result = test.run(shell, "-eu", lines);
    assertThat(result.exit()).isZero();
    assertThat(result.out()).startsWith("export A_TAG='a'\nexport ODD_TAG='it'\\''s a ");
  }

  @ParameterizedTest
  @EnumSource(Shell.class)
  void theFileCarriesTheVariablesThatItWasGiven(Shell shell) throws Exception {
    Tag tag = new Tag(ExportedFunctionsTest.md5("sA"));
    ShellCase test = repository();
    Files.writeString(
        test.functions,
        new TagFunctions("x")
            .text(List.of(new TagVariable("MY_COMP_TAG", tag), new TagVariable("B_TAG", tag))));
    Shell.Result result = test.run(shell, "-eu", CALL + "\nget_tag_variables");
    assertThat(result.err()).isEmpty();
    assertThat(result.out())
        .isEqualTo("export B_TAG='" + tag + "'\nexport MY_COMP_TAG='" + tag + "'\nreached\n");
  }

  @Test
  void shellcheckFindsNothing() throws Exception {
    ShellCase test = repository();
    Process process;
    try {
      process =
          new ProcessBuilder("shellcheck", "-s", "sh", test.functions.toString())
              .redirectErrorStream(true)
              .start();
    } catch (java.io.IOException e) {
      throw new AssertionError("this test needs shellcheck: install the package shellcheck", e);
    }
    String found =
        new String(
            process.getInputStream().readAllBytes(), java.nio.charset.StandardCharsets.UTF_8);
    assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
    assertThat(found).isEmpty();
  }

  private ShellCase repository() throws Exception {
    return new ShellCase(scratch).file("components/my-comp/build.sh", "s").file("in", "A");
  }
}
