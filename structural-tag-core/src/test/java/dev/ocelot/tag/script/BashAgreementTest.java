package dev.ocelot.tag.script;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ocelot.problem.ProblemException;
import dev.ocelot.tag.component.ComponentName;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Whatever is read as static, bash gives to the function word for word. */
class BashAgreementTest {
  private static final int RANDOM_SCRIPTS = 500;

  private final Path folder;

  BashAgreementTest(@TempDir Path folder) {
    this.folder = folder;
  }

  static Stream<StaticForms.Form> staticForms() {
    return BuildScriptTest.staticForms();
  }

  @ParameterizedTest
  @MethodSource("staticForms")
  void agreesOnEveryStaticForm(StaticForms.Form form) throws Exception {
    List<String> expected = new ArrayList<>(List.of(StaticForms.VARIABLE));
    expected.addAll(form.inputs());

    assertThat(wordsFromBash(form.text())).isEqualTo(expected);
  }

  @Test
  void agreesOnRandomScripts() throws Exception {
    ComponentName x = new ComponentName("x");
    int compared = 0;
    for (int seed = 0; seed < RANDOM_SCRIPTS; seed++) {
      String text = new RandomScript(new Random(seed)).text();
      List<String> read;
      try {
        read = BuildScriptTest.script(text).call(x).orElseThrow().paths();
      } catch (ProblemException notStatic) {
        continue;
      }
      List<String> given = wordsFromBash(text);
      if (given.isEmpty()) {
        continue; // it ended before the call, as with an assignment to what is read-only
      }
      assertThat(given.subList(1, given.size())).as("seed %d:%n%s", seed, text).isEqualTo(read);
      compared++;
    }
    assertThat(compared).isGreaterThan(RANDOM_SCRIPTS / 4);
  }

  private List<String> wordsFromBash(String text) throws IOException, InterruptedException {
    Path script = Files.writeString(folder.resolve("build-x.sh"), text);
    Path words = folder.resolve("words");
    Files.deleteIfExists(words);
    Files.writeString(folder.resolve("vars.sh"), "A=sourced\n");
    String preamble =
        """
        ci_tag_build_time_check() { [ -e "$WORDS" ] || printf '%s\\0' "$@" > "$WORDS"; }
        section_start() { :; }
        . "$SCRIPT"
        """;
    ProcessBuilder builder = new ProcessBuilder("bash", "-c", preamble);
    builder.directory(folder.toFile()).redirectErrorStream(true);
    builder.redirectOutput(folder.resolve("output").toFile());
    builder.redirectInput(ProcessBuilder.Redirect.from(script.toFile()));
    var environment = builder.environment();
    environment.clear();
    environment.put("PATH", "/usr/bin:/bin");
    environment.put("LC_ALL", "C.UTF-8");
    environment.put("WORDS", words.toString());
    environment.put("SCRIPT", script.toString());
    environment.put("OCELOT_TAG_FUNCTIONS", "/dev/null");
    for (String name : List.of("A", "B", "P", "Q")) {
      environment.put(name, "from the environment");
    }
    Process process = builder.start();
    assertThat(process.waitFor(30, TimeUnit.SECONDS)).isTrue();
    if (!Files.exists(words)) {
      return List.of();
    }
    String given = Files.readString(words, StandardCharsets.UTF_8);
    return List.of(given.substring(0, given.length() - 1).split("\0", -1));
  }

  /** Assignments, commands around them, and a call, put together at random. */
  private static final class RandomScript {
    private static final List<String> NAMES = List.of("A", "B", "P", "Q");
    private static final List<String> WORDS =
        List.of(
            "x",
            "'y z'",
            "\"w\"",
            "a\\ b",
            "''",
            "\"\"",
            "d/e.patch",
            "$A",
            "\"$A\"",
            "${B}",
            "\"$B/f\"",
            "p$A\"q\"",
            "\"${P[@]}\"",
            "\"${Q[*]}\"",
            "${P[@]}",
            "\"1${Q[@]}2\"",
            "$A$B",
            "${Q[*]}z",
            "\"$P\"",
            "'#'",
            "n#o",
            "{}",
            "*",
            "~",
            "$(echo s)",
            "${A:-t}",
            "\\$A",
            "a=b",
            "a=$A",
            "-n",
            "\"\"$A",
            "$A''");
    private static final List<String> LINES =
        List.of(
            "if false; then %s=1; fi",
            "%s=ok",
            "( %s=sub )",
            "%s=cond || true",
            "true && %s=and",
            "f() { local %s=1; }",
            "export %s",
            "readonly %s",
            "for %s in 1 2; do :; done",
            ": ${%s:=d}",
            "unset %s",
            "read -r %s <<<'r s'",
            "declare -a %s",
            "%s=pipe | cat",
            "set -e",
            "echo \"$%s\" # it's",
            "IFS=$IFS",
            ". ./vars.sh",
            "cat <<EOF\n$%s 'EOF\nEOF",
            "case $%s in a) ;; *) : ;; esac",
            "g() { %s=2; }",
            "{ %s=group; }",
            "let %s=3",
            ":",
            "declare %s=dd",
            "export %s=ex",
            "typeset -a %s=(t 'u v')",
            "f",
            "g",
            "%s[1]=j",
            "printf -v %s pv",
            "(( %s = 4 ))",
            "%s=x cat </dev/null",
            "%s=x export B",
            "while read -r %s; do :; done <<<'l'",
            "eval '%s=ev'",
            "declare -u %s",
            "declare -i %s",
            "trap '%s=tr' DEBUG",
            "exec {%s}>/dev/null",
            "mapfile -t %s <<<'m'",
            "set -- \"$%s\"",
            "declare -n %s=A",
            "h() { eval '%s=he'; }",
            "h",
            "k() { local -n r=$1; r=kk; }",
            "k %s",
            "%s=\"${A[@]}\"",
            "%s=${P[*]}",
            "declare -a %s='(x y)'",
            "declare \"%s=dq\"",
            "export %s='e f' B=$%s",
            "coproc { %s=co; }; wait",
            "echo $((%s=5))",
            "IFS=,",
            "IFS=x %s=y :",
            "until %s=un; do :; done",
            "echo \"`%s=bq`\" $(%s=cs)",
            "%s=a; %s+=b",
            "unset '%s[0]'",
            "select %s in 1; do break; done <<<1",
            "getopts a %s -a",
            "%s=(\"${%s[@]}\" more)",
            "printf '%%s' \"${%s:=q}\"",
            "readarray -t %s < <(echo ra)",
            "wait -p %s -n",
            "time %s=ti");

    private final Random random;

    RandomScript(Random random) {
      this.random = random;
    }

    String text() {
      StringBuilder text = new StringBuilder("section_start x\n");
      for (String name : NAMES) {
        if (random.nextInt(5) > 0) {
          text.append(assignment(name, "=")).append('\n');
        }
      }
      int lines = random.nextInt(5);
      for (int i = 0; i < lines; i++) {
        String line = pick(LINES).replace("%s", pick(NAMES));
        text.append(
            random.nextBoolean() ? line : assignment(pick(NAMES), pick(List.of("=", "+="))));
        text.append('\n');
      }
      return text.append("ci_tag_build_time_check X_TAG").append(words()).append("\n").toString();
    }

    private String assignment(String name, String operator) {
      if (random.nextBoolean()) {
        return name + operator + pick(WORDS);
      }
      return name + operator + "(" + words() + (random.nextBoolean() ? " # c )\n" : "") + ")";
    }

    private String words() {
      StringBuilder words = new StringBuilder();
      int count = random.nextInt(4);
      for (int i = 0; i < count; i++) {
        words.append(random.nextInt(6) == 0 ? " \\\n  " : " ").append(pick(WORDS));
      }
      return words.toString();
    }

    private String pick(List<String> from) {
      return from.get(random.nextInt(from.size()));
    }
  }
}
