package dev.ocelot.tag.component;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ocelot.problem.Problem;
import dev.ocelot.problem.ProblemId;
import dev.ocelot.problem.Problems;
import dev.ocelot.problem.Remedy;
import dev.ocelot.tag.TestTree;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ComponentsFileTest {
  private final TestTree tree;
  private final Problems problems = new Problems();

  ComponentsFileTest(@TempDir Path folder) {
    this.tree = new TestTree(folder);
    Trees.ocelot(tree, "hello", "other");
  }

  private ComponentSettings hello(String yaml) {
    tree.file("config/components.yaml", yaml);
    Components components = Components.discover(new RepositoryRoot(tree.root()), problems);
    return components.all().get(0).settings();
  }

  private static String withHello(String lines) {
    return "components:\n  hello:\n" + lines.indent(4);
  }

  @Test
  void saysNothingWhenItIsNotThere() {
    Components components = Components.discover(new RepositoryRoot(tree.root()), problems);

    assertThat(components.all())
        .extracting(Component::settings)
        .containsOnly(ComponentSettings.DEFAULT);
  }

  @Test
  void isReadInFull() {
    ComponentSettings settings =
        hello(
            """
            components:
              hello:
                inputs: [components/hello/patches/*.patch, "LICENSE"]
                evaluation: declared
                environment: [HELLO_VERSION, _x]
                build:
                  builder: debian12-c
                  anything: [1, 2]
            """);

    assertThat(problems.all()).isEmpty();
    assertThat(settings.inputs())
        .extracting(i -> i.glob() + " " + i.location())
        .containsExactly(
            "components/hello/patches/*.patch config/components.yaml:3:14",
            "LICENSE config/components.yaml:3:48");
    assertThat(settings.inputsDeclared()).isTrue();
    assertThat(settings.evaluation()).isEqualTo(Evaluation.DECLARED);
    assertThat(settings.environment()).containsExactly("HELLO_VERSION", "_x");
    assertThat(settings.build().keys()).containsExactly("builder", "anything");
    assertThat(settings.location().toString()).startsWith("config/components.yaml:");
  }

  @ParameterizedTest
  @CsvSource({"'', false", "'inputs: []', true", "'inputs:', false", "'inputs: [a]', true"})
  void tellsNoInputsFromNothingSaid(String line, boolean declared) {
    assertThat(hello(withHello(line + "\nevaluation: static")).inputsDeclared())
        .isEqualTo(declared);
  }

  @Test
  void takesAListOfInputsWithAMistakeForNoStatement() {
    assertThat(hello(withHello("inputs: [a, ../b]")).inputsDeclared()).isFalse();
    assertThat(problems.all()).hasSize(1);
  }

  @ParameterizedTest
  @CsvSource(
      quoteCharacter = '|',
      value = {
        "input: [a], unknown key \"input\" in component hello, 3:5",
        "inputs: a, \"inputs\" in component hello has the wrong value, 3:13",
        "inputs: [[a]], \"inputs\" in component hello has the wrong value, 3:14",
        "inputs: [/etc/passwd], input '/etc/passwd' is absolute, 3:14",
        "inputs: [../a], input '../a' goes up with '..', 3:14",
        "inputs: [a/../b], input 'a/../b' goes up with '..', 3:14",
        "inputs: [a/], input 'a/' names a folder, 3:14",
        "|inputs: [\"\"]|, input '' is empty, 3:14",
        "|inputs: [\"[z-a]\"]|, input '[z-a]' has a range that runs backwards, 3:14",
        "evaluation: dynamic, \"evaluation\" in component hello has the wrong value, 3:17",
        "evaluation: declared, component hello has 'evaluation: declared' but no 'inputs', 3:5",
        "environment: [1A], 'environment' of component hello has '1A', 3:5",
        "|environment: [A, A]|, 'environment' of component hello repeats 'A', 3:5",
        "build: host, \"build\" in component hello has the wrong value, 3:12",
      })
  void isReadStrictly(String line, String message, String place) {
    ComponentSettings settings = hello(withHello(line));

    assertThat(settings.build().isEmpty()).isTrue();
    assertThat(problems.all()).hasSize(1);
    Problem problem = problems.all().get(0);
    assertThat(problem.id()).isEqualTo(ProblemId.CONFIG_INVALID);
    assertThat(problem.message()).isEqualTo(message);
    assertThat(problem.location()).hasToString("config/components.yaml:" + place);
  }

  @Test
  void refusesKeysBesideComponents() {
    hello("component: {}\n");

    assertThat(problems.all())
        .extracting(Problem::message, Problem::remedy)
        .containsExactly(
            org.assertj.core.groups.Tuple.tuple(
                "unknown key \"component\" in config/components.yaml",
                Remedy.advice("Write components for component")));
  }

  @Test
  void refusesComponentsThatAreNotThere() {
    hello("components:\n  helo:\n  nobody-knows-this:\n    inputs: [a]\n");

    assertThat(problems.all())
        .extracting(Problem::message)
        .containsExactly(
            "there are settings for component 'helo', which has no build script",
            "there are settings for component 'nobody-knows-this', which has no build script");
    assertThat(problems.all())
        .extracting(Problem::remedy)
        .containsExactly(
            Remedy.advice("Write 'hello' for 'helo'"),
            Remedy.advice("Add components/nobody-knows-this/build.sh, or remove the settings"));
    assertThat(problems.all())
        .extracting(p -> p.location().toString())
        .containsExactly("config/components.yaml:2:3", "config/components.yaml:3:3");
  }

  @Test
  void collectsEverythingThatIsWrong() {
    hello(withHello("inputs: [/a, ../b]\nevaluation: x\nfoo: 1"));

    assertThat(problems.all()).hasSize(4);
    assertThat(List.copyOf(problems.all())).allMatch(Problem::isError);
  }
}
