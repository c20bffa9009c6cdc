package dev.ocelot.tag.script;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.ocelot.problem.Problem;
import dev.ocelot.problem.ProblemException;
import dev.ocelot.problem.Remedy;
import dev.ocelot.tag.component.ComponentName;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class BuildScriptTest {
  private static final ComponentName X = new ComponentName("x");

  static BuildScript script(String text) {
    return BuildScript.of("build-x.sh", text.getBytes(StandardCharsets.UTF_8));
  }

  static Stream<StaticForms.Form> staticForms() {
    return Stream.of(
            StaticForms.QUOTING,
            StaticForms.PLACES,
            StaticForms.CONTEXT,
            StaticForms.VARIABLES,
            StaticForms.ARRAYS)
        .flatMap(List::stream);
  }

  static Stream<DynamicForms.Form> dynamicForms() {
    return Stream.of(
            DynamicForms.WORDS,
            DynamicForms.ASSIGNMENTS,
            DynamicForms.PLACES,
            DynamicForms.UNREADABLE)
        .flatMap(List::stream);
  }

  private static Problem problemOf(String text) {
    return catchThrowableOfType(ProblemException.class, () -> script(text).call(X))
        .problems()
        .get(0);
  }

  @ParameterizedTest
  @MethodSource("staticForms")
  void readsWhatIsStatic(StaticForms.Form form) {
    TagCall call = script(form.text()).call(X).orElseThrow();

    assertThat(call.variable()).isEqualTo(StaticForms.VARIABLE);
    assertThat(call.paths()).isEqualTo(form.inputs());
  }

  @ParameterizedTest
  @MethodSource("staticForms")
  void readsTheSameFromLinesThatEndInCrLf(StaticForms.Form form) {
    BuildScript script = script(form.text().replace("\n", "\r\n"));

    assertThat(script.call(X).orElseThrow().paths()).isEqualTo(form.inputs());
    assertThat(script.crlf()).isEqualTo(form.text().contains("\n"));
  }

  @ParameterizedTest
  @MethodSource("dynamicForms")
  void reportsTheWordThatIsNotStatic(DynamicForms.Form form) {
    Problem problem = problemOf(form.text());

    assertThat(problem.id()).isEqualTo(BuildScript.CALL_NOT_STATIC);
    assertThat(problem.location()).hasToString("build-x.sh:" + form.place());
    assertThat(problem.message()).contains(form.reason());
    assertThat(((Remedy.Advice) problem.remedy()).text())
        .contains("evaluation: declared", "-Docelot.allowHostScripts=true");
  }

  @ParameterizedTest
  @MethodSource("dynamicForms")
  void reportsTheSamePlaceWhenLinesEndInCrLf(DynamicForms.Form form) {
    assertThat(problemOf(form.text().replace("\n", "\r\n")).location())
        .hasToString("build-x.sh:" + form.place());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "\n",
        "echo nothing\n",
        "# ci_tag_build_time_check X_TAG\n",
        "echo 'ci_tag_build_time_check X_TAG'\n",
        ": <<EOF\nci_tag_build_time_check X_TAG\nEOF\n",
        ": <<EOF\nci_tag_build_time_check X_TAG\n",
        "command -v ci_tag_build_time_check\n",
        "A='ci_tag_build_time_check X_TAG'\n",
        "my_ci_tag_build_time_check X_TAG\n",
        "ci_tag_build_time_checks X_TAG\n",
        "#!/usr/bin/env python3\nci_tag_build_time_check(\"X_TAG\")\n",
        "#!/usr/bin/python3\n\"\"\"ci_tag_build_time_check X_TAG\n",
      })
  void findsNoCallWhereThereIsNone(String text) {
    assertThat(script(text).call(X)).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "#!/bin/sh",
        "#! /bin/sh -e",
        "#!/bin/bash",
        "#!/usr/bin/env bash",
        "#!/usr/bin/env -S bash -e"
      })
  void readsScriptsOfEveryShell(String firstLine) {
    assertThat(script(firstLine + "\nci_tag_build_time_check X_TAG a\n").call(X)).isPresent();
  }

  @ParameterizedTest
  @CsvSource({
    "ci_tag_build_time_check Y_TAG, 1:25, Y_TAG",
    "ci_tag_build_time_check x_tag, 1:25, x_tag",
    "ci_tag_build_time_check X_TAG_TAG, 1:25, X_TAG_TAG",
    "ci_tag_build_time_check, 1:1, nothing",
    "' ci_tag_build_time_check ''''', 1:26, ''",
  })
  void refusesTheVariableOfAnotherComponent(String text, String place, String got) {
    Problem problem = problemOf(text);

    assertThat(problem.id()).isEqualTo(BuildScript.CALL_INVALID);
    assertThat(problem.location()).hasToString("build-x.sh:" + place);
    assertThat(problem.got()).isEqualTo(got);
    assertThat(problem.expected()).isEqualTo("X_TAG");
  }

  @Test
  void takesTheSecondCallWhenItIsTheSame() {
    TagCall call =
        script("ci_tag_build_time_check X_TAG a\nA=a\nci_tag_build_time_check X_TAG \"$A\"\n")
            .call(X)
            .orElseThrow();

    assertThat(call.paths()).containsExactly("a");
    assertThat(call.location()).hasToString("build-x.sh:1:1");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "ci_tag_build_time_check X_TAG a b\n",
        "ci_tag_build_time_check X_TAG b\n",
        "ci_tag_build_time_check Y_TAG a\n",
        "if x; then ci_tag_build_time_check X_TAG a; fi\n"
      })
  void refusesASecondCallThatDiffers(String second) {
    Problem problem = problemOf("ci_tag_build_time_check X_TAG a\n" + second);

    assertThat(problem.id()).isEqualTo(BuildScript.CALL_INVALID);
    assertThat(problem.location().toString()).startsWith("build-x.sh:2:");
    assertThat(problem.expected()).isEqualTo("X_TAG a");
  }

  @Test
  void placesEachInputAtItsWord() {
    TagCall call =
        script("P=(a\n b)\nci_tag_build_time_check X_TAG \"${P[@]}\" c\n").call(X).orElseThrow();

    assertThat(call.inputs())
        .extracting(input -> input.path() + " " + input.location())
        .containsExactly("a build-x.sh:3:31", "b build-x.sh:3:31", "c build-x.sh:3:41");
  }

  @Test
  void refusesANameThatIsNotUtf8() {
    byte[] bytes =
        "ci_tag_build_time_check X_TAG ok \u00ff\n".getBytes(StandardCharsets.ISO_8859_1);
    BuildScript script = BuildScript.of("build-x.sh", bytes);

    Problem problem =
        catchThrowableOfType(ProblemException.class, () -> script.call(X)).problems().get(0);

    assertThat(problem.location()).hasToString("build-x.sh:1:34");
    assertThat(problem.message()).contains("not valid UTF-8");
  }

  @Test
  void readsAroundBytesThatAreNotUtf8() {
    byte[] bytes =
        "# caf\u00e9\nci_tag_build_time_check X_TAG a\n".getBytes(StandardCharsets.ISO_8859_1);

    assertThat(BuildScript.of("build-x.sh", bytes).call(X).orElseThrow().paths())
        .containsExactly("a");
  }
}
