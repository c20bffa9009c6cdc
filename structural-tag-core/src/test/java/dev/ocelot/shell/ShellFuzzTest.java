package dev.ocelot.shell;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Whatever the text, reading ends, and ends with statements or a place. */
class ShellFuzzTest {
  private static final int TEXTS = 20_000;

  private static final List<String> PIECES =
      List.of(
          "a",
          "A=",
          "A+=(",
          "(",
          ")",
          "((",
          "))",
          "$(",
          "$((",
          "${",
          "}",
          "{",
          "`",
          "'",
          "\"",
          "\\",
          "\n",
          " ",
          "\t",
          ";",
          ";;",
          "&",
          "&&",
          "|",
          "||",
          "<",
          "<<E",
          "<<-'E'",
          "E\n",
          ">",
          "<(",
          "#",
          "$",
          "$'",
          "$\"",
          "$[",
          "]",
          "[[",
          "]]",
          "=~",
          "if",
          "then",
          "fi",
          "for",
          "in",
          "do",
          "done",
          "case",
          "esac",
          "while",
          "function f",
          "f()",
          "select",
          "coproc",
          "!",
          "time",
          "*",
          "?(",
          "@(a|b)",
          "~",
          "é",
          "😀",
          "\0",
          "\r\n",
          "\r",
          ":=",
          "[",
          "1",
          "2>",
          "{x}>",
          "=",
          "+=",
          "ci_tag_build_time_check X_TAG");

  private static void read(String text) {
    ShellScript script = ShellScript.parse(ShellText.of(text));
    int lines = (int) text.chars().filter(c -> c == '\n').count() + 1;
    script
        .error()
        .ifPresent(
            error -> {
              assertThat(error.message()).isNotBlank();
              assertThat(error.position().line()).as(text).isBetween(1, lines);
              assertThat(error.position().column()).as(text).isPositive();
            });
  }

  @Test
  void readsAnythingPutTogetherAtRandom() {
    for (int seed = 0; seed < TEXTS; seed++) {
      Random random = new Random(seed);
      StringBuilder text = new StringBuilder();
      int count = random.nextInt(40);
      for (int i = 0; i < count; i++) {
        text.append(PIECES.get(random.nextInt(PIECES.size())));
        if (random.nextInt(3) == 0) {
          text.append(' ');
        }
      }
      read(text.toString());
    }
  }

  @Test
  void readsScriptsThatAreCutOffAnywhere() {
    String script =
        """
        #!/bin/bash
        A=(a "b c" 'd' # e
           $(cat <<E
        it's ${x:-"y"}
        E
        ) )
        if [[ $A =~ ^(a|b)$ ]] && ! (( 1 + (2) )); then
          case "$1" in (a|b*) echo `c \\`d\\``;; *) f() { local x=$((1+2)); }; esac
        fi <<<"${A[@]}" 2>&1 | while read -r l; do :; done
        for ((i=0;i<2;i++)); do echo $'\\'' $"x" <(y); done &
        """;

    for (int end = 0; end <= script.length(); end++) {
      read(script.substring(0, end));
      read(script.substring(end));
    }
    assertThat(ShellScript.parse(ShellText.of(script)).error()).isEmpty();
    assertThat(ShellScript.parse(ShellText.of(script)).statements()).hasSize(3);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "(",
        "((",
        "$(",
        "$((",
        "${a:-",
        "{ ",
        "if ",
        "\"$(",
        "A=(",
        "case x in (",
        "a|",
        "a&&",
        "[[ ",
        "f() ",
        "$(cat <<E\n",
        "<(",
        "while ",
        "!(",
        "a@(",
        "! ",
        "time ",
        "coproc ",
        "$["
      })
  void endsAlsoWhereEverythingIsNested(String opening) {
    ShellScript script = ShellScript.parse(ShellText.of(opening.repeat(20_000)));

    assertThat(script.error()).isPresent();
  }

  @Test
  void readsLongScripts() {
    String lines = "A=\"$(echo \"${B:-x}\" | sed 's/a/b/')\" # comment\n".repeat(20_000);

    ShellScript script = ShellScript.parse(ShellText.of(lines));

    assertThat(script.error()).isEmpty();
    assertThat(script.statements()).hasSize(20_000);
  }
}
