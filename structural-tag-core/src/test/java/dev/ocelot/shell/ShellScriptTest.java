package dev.ocelot.shell;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ShellScriptTest {
  private static ShellCommand first(String text) {
    ShellScript script = ShellScript.parse(ShellText.of(text));
    assertThat(script.error()).isEmpty();
    return script.statements().get(0).pipelines().get(0).commands().get(0);
  }

  private static ShellCommand.Simple simple(String text) {
    return (ShellCommand.Simple) first(text);
  }

  private static List<String> raw(List<ShellWord> words) {
    return words.stream().map(word -> word.raw() + "@" + word.position()).toList();
  }

  @Test
  void placesWordsByLineAndColumn() {
    ShellCommand.Simple command = simple("\n  patch -p1 \\\n   <\"é 😀\" 'x' y # z\n");

    assertThat(raw(command.words())).containsExactly("patch@2:3", "-p1@2:9", "'x'@3:11", "y@3:15");
    assertThat(command.redirections()).hasSize(1);
    assertThat(command.redirections().get(0).operator()).isEqualTo("<");
    assertThat(raw(List.of(command.redirections().get(0).target())))
        .containsExactly("\"é 😀\"@3:5");
  }

  @Test
  void countsLinesThatEndInCrLfAndSkipsAByteOrderMark() {
    byte[] bytes = "\uFEFFa\r\nb c\r\n".getBytes(StandardCharsets.UTF_8);
    ShellText text = ShellText.of(bytes);

    List<Statement> statements = ShellScript.parse(text).statements();

    assertThat(text.crlf()).isTrue();
    assertThat(text.utf8()).isTrue();
    assertThat(statements)
        .extracting(s -> s.pipelines().get(0).commands().get(0).position())
        .containsExactly(new Position(1, 1), new Position(2, 1));
  }

  @Test
  void keepsThePartsOfAWord() {
    ShellWord word = simple("a\"b$C\"'d'${E[@]}${F:-g\"$H\"}$(i)$((1+2))").words().get(0);

    assertThat(word.parts())
        .containsExactly(
            new WordPart.Literal("a", false),
            new WordPart.Literal("b", true),
            new WordPart.Parameter("C", "", "", List.of(), true),
            new WordPart.Literal("d", true),
            new WordPart.Parameter("E", "@", "", List.of(), false),
            new WordPart.Parameter(
                "F",
                "",
                ":-g\"$H\"",
                List.of(new WordPart.Parameter("H", "", "", List.of(), true)),
                false),
            word.parts().get(6),
            new WordPart.Arithmetic("1+2", false));
    assertThat(((WordPart.Substitution) word.parts().get(6)).text()).isEqualTo("i");
  }

  @Test
  void tellsAssignmentsFromWords() {
    ShellCommand.Simple command = simple("A=1 B+=(x y) C[2]=z cmd D=2 =E 1F=3");

    assertThat(command.assignments())
        .extracting(a -> a.name() + (a.append() ? "+" : "") + (a.indexed() ? "[]" : ""))
        .containsExactly("A", "B+", "C[]");
    assertThat(command.words())
        .extracting(ShellWord::raw)
        .containsExactly("cmd", "D=2", "=E", "1F=3");
    assertThat(command.words().get(1).assignment()).isPresent();
    assertThat(command.words().get(3).assignment()).isEmpty();
  }

  @Test
  void keepsHereDocuments() {
    ShellCommand.Simple command = simple("cat <<A <<-'B'\nx $Y\nA\n\tz $Y\n\tB\n");

    HereDoc a = command.redirections().get(0).hereDocs().get(0);
    HereDoc b = command.redirections().get(1).hereDocs().get(0);
    assertThat(a.text()).isEqualTo("x $Y\n");
    assertThat(a.parts()).contains(new WordPart.Parameter("Y", "", "", List.of(), true));
    assertThat(b.text()).isEqualTo("\tz $Y\n");
    assertThat(b.parts()).isEmpty();
  }

  @Test
  void keepsTheNestingOfCommands() {
    ShellCommand.Branching branching =
        (ShellCommand.Branching) first("if a; then b; elif c; then d; else e; fi 2>f");

    assertThat(branching.keyword()).isEqualTo("if");
    assertThat(branching.bodies()).hasSize(5);
    assertThat(branching.redirections().get(0).descriptor()).isEqualTo("2");
  }

  @ParameterizedTest
  @CsvSource({
    "f() { a; }, f",
    "function f { a; }, f",
    "function f() ( a ), f",
    "'f ()\n{ a\n}', f",
    "my-f() { a; }, my-f",
  })
  void findsFunctions(String text, String name) {
    ShellCommand.Function function = (ShellCommand.Function) first(text);

    assertThat(function.name()).isEqualTo(name);
    assertThat(((ShellCommand.Group) function.body()).body()).hasSize(1);
  }

  @ParameterizedTest
  @CsvSource({
    "a && b || c, 3, 1, false",
    "a | b | c, 1, 3, false",
    "a &, 1, 1, true",
    "'a &&\n b', 2, 1, false",
    "'a |&\n b', 1, 2, false",
  })
  void keepsListsAndPipelines(String text, int pipelines, int commands, boolean background) {
    Statement statement = ShellScript.parse(ShellText.of(text)).statements().get(0);

    assertThat(statement.pipelines()).hasSize(pipelines);
    assertThat(statement.pipelines().get(0).commands()).hasSize(commands);
    assertThat(statement.background()).isEqualTo(background);
  }

  @Test
  void keepsWhatStandsBeforeAnError() {
    ShellScript script = ShellScript.parse(ShellText.of("a\nb\n  fi\n"));

    assertThat(script.statements()).hasSize(2);
    assertThat(script.error())
        .contains(new ShellScript.SyntaxError("'fi' is not expected here", new Position(3, 3)));
  }
}
