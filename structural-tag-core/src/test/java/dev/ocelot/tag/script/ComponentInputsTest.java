package dev.ocelot.tag.script;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.ocelot.problem.Location;
import dev.ocelot.problem.Problem;
import dev.ocelot.problem.ProblemException;
import dev.ocelot.problem.ProblemId;
import dev.ocelot.problem.Problems;
import dev.ocelot.tag.TagCalculator;
import dev.ocelot.tag.TagInput;
import dev.ocelot.tag.TestTree;
import dev.ocelot.tag.component.Component;
import dev.ocelot.tag.component.Components;
import dev.ocelot.tag.component.RepositoryRoot;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ComponentInputsTest {
  private static final String SCRIPT = "components/x/build.sh";

  private final TestTree tree;
  private final Problems warnings = new Problems();

  ComponentInputsTest(@TempDir Path folder) {
    this.tree = new TestTree(folder);
  }

  private List<TagInput> inputs(ScriptEvaluator evaluator) {
    RepositoryRoot root = new RepositoryRoot(tree.root());
    Problems problems = new Problems();
    Component component = Components.discover(root, problems).all().get(0);
    assertThat(problems.all()).isEmpty();
    return new ComponentInputs(root, new TagCalculator(root.path()), evaluator)
        .of(component, warnings);
  }

  private List<String> paths() {
    return inputs(ScriptEvaluator.REFUSING).stream().map(TagInput::path).toList();
  }

  private Problem problem() {
    return catchThrowableOfType(ProblemException.class, this::paths).problems().get(0);
  }

  private TestTree settings(String lines) {
    return tree.file("config/components.yaml", "components:\n  x:\n" + lines.indent(4));
  }

  private static String call(String words) {
    return "ci_tag_build_time_check X_TAG " + words + "\n";
  }

  @Test
  void areTheScriptAndWhatItsCallNames() {
    tree.file(SCRIPT, call("components/x/b 'shared/a b' components/x/b"))
        .file("components/x/unnamed", "");

    assertThat(paths()).containsExactly(SCRIPT, "components/x/b", "shared/a b", "components/x/b");
    assertThat(inputs(ScriptEvaluator.REFUSING))
        .extracting(i -> i.file().toString() + " " + i.declaredAt())
        .contains(tree.root() + "/shared/a b " + SCRIPT + ":1:46")
        .contains(tree.root() + "/" + SCRIPT + " " + SCRIPT);
  }

  @Test
  void areTheWholeFolderWithoutACall() {
    tree.file(SCRIPT, "make\n")
        .file("components/x/b", "")
        .file("components/x/a.c", "")
        .file("components/x/a/z", "")
        .file("components/x/a-/y", "")
        .file("components/x/sub/build.sh", "")
        .file("components/x/é", "")
        .file("components/x/\uFFFD", "")
        .file("components/x/😀", "")
        .file("components/x/sp ace", "")
        .file("components/x/-n", "")
        .file("components/x/.hidden", "")
        .file("components/x/.git/config", "")
        .file("components/x/old~", "")
        .file("components/x/p.orig", "")
        .file("components/x/p.rej", "")
        .file("components/x/p.original", "")
        .fifo("components/x/fifo")
        .link("components/x/link", "b")
        .link("components/x/folder", "a")
        .file("components/xx/other", "");

    assertThat(paths())
        .containsExactly(
            SCRIPT,
            "components/x/-n",
            "components/x/a-/y",
            "components/x/a.c",
            "components/x/a/z",
            "components/x/b",
            "components/x/p.original",
            "components/x/sp ace",
            "components/x/sub/build.sh",
            "components/x/é",
            "components/x/\uFFFD",
            "components/x/😀");
  }

  @Test
  void areWhatIsDeclaredWithoutACall() {
    tree.file(SCRIPT, "make\n").file("LICENSE", "");
    for (String name :
        List.of("10.patch", "9.patch", "a.patch", ".c.patch", "d.diff", "e/f.patch")) {
      tree.file("components/x/patches/" + name, "");
    }
    settings(
        "inputs: [LICENSE, components/x/patches/*.patch, 'components/**/*.diff', gone, LICENSE]");

    assertThat(paths())
        .containsExactly(
            SCRIPT,
            "LICENSE",
            "components/x/patches/10.patch",
            "components/x/patches/9.patch",
            "components/x/patches/a.patch",
            "components/x/patches/d.diff",
            "gone",
            "LICENSE");
  }

  @ParameterizedTest
  @CsvSource({
    "'**', a.c deep/b/c.c deep/d top",
    "'**/*.c', a.c deep/b/c.c",
    "'deep/**', deep/b/c.c deep/d",
    "'*/**/c.c', deep/b/c.c",
    "'*', a.c top",
    "'*/*', deep/d",
    "'[dt]*', top",
    "'deep/?', deep/d",
    "'.h*', .hidden",
    "'.config/*', .config/e",
    "'link*', linked",
    "'to-deep/*', to-deep/d",
    "'a\\.c*', a.c",
  })
  void areExpandedAsInAShell(String glob, String expected) {
    TestTree other = new TestTree(tree.root().resolve("t"));
    other
        .file("top", "")
        .file("a.c", "")
        .file("deep/d", "")
        .file("deep/b/c.c", "")
        .file(".hidden", "")
        .file(".config/e", "");
    if (glob.startsWith("link")) {
      other.link("linked", "top");
    }
    if (glob.startsWith("to-deep")) {
      other.link("to-deep", "deep");
    }
    tree.file(SCRIPT, "make\n");
    settings("inputs: ['t/" + glob + "']");

    List<String> paths = new ArrayList<>(List.of(SCRIPT));
    Stream.of(expected.split(" ", -1)).forEach(path -> paths.add("t/" + path));
    assertThat(paths()).isEqualTo(paths);
  }

  @Test
  void areMissedWhenAGlobMatchesNothing() {
    tree.file(SCRIPT, "make\n").file("components/x/folder/file", "");
    settings("inputs:\n- components/x/*.patch\n- components/x/f*\n- components/nowhere/*");

    List<Problem> problems = catchThrowableOfType(ProblemException.class, this::paths).problems();

    assertThat(problems).extracting(Problem::id).containsOnly(ProblemId.INPUT_MISSING);
    assertThat(problems)
        .extracting(Problem::toString)
        .containsExactly(
            "input-missing: config/components.yaml:4:7: input 'components/x/*.patch' matches no file",
            "input-missing: config/components.yaml:5:7: input 'components/x/f*' matches no file",
            "input-missing: config/components.yaml:6:7: input 'components/nowhere/*' matches no file");
  }

  @ParameterizedTest
  @CsvSource({
    "a b, '[a, b]', ''",
    "'', '[]', ''",
    "a b, '[b, a]', number 1 differs",
    "a b, '[a]', number 2 differs",
    "a, '[a, b]', number 2 differs",
    "a, '[]', number 1 differs",
    "a b, '[\"?\"]', ''",
  })
  void mustAgreeBetweenCallAndSettings(String words, String declared, String message) {
    tree.file(SCRIPT, call(words)).file("a", "").file("b", "");
    settings("inputs: " + declared);

    if (message.isEmpty()) {
      assertThat(String.join(" ", paths().subList(1, paths().size()))).isEqualTo(words);
    } else {
      assertThat(problem().id()).isEqualTo(ProblemId.CONFIG_INVALID);
      assertThat(problem().message()).contains(message).contains(SCRIPT + ":1:1");
      assertThat(problem().location().toString()).startsWith("config/components.yaml:");
    }
  }

  @Test
  void areTheDeclaredOnesWhenTheCallIsNotStatic() {
    tree.file(SCRIPT, call("$(ls)")).file("a", "");
    settings("inputs: [a]\nevaluation: declared");

    assertThat(paths()).containsExactly(SCRIPT, "a");
  }

  @Test
  void areNotTheDeclaredOnesUnlessThatIsSaid() {
    tree.file(SCRIPT, call("$(ls)")).file("a", "");
    settings("inputs: [a]");

    assertThat(problem().id()).isEqualTo(BuildScript.CALL_NOT_STATIC);
    assertThat(problem().location()).hasToString(SCRIPT + ":1:31");
  }

  @Test
  void mustBeThoseOfTheRightVariableAlsoWhenDeclared() {
    tree.file(SCRIPT, "ci_tag_build_time_check Y_TAG\n");
    settings("inputs: []\nevaluation: declared");

    assertThat(problem().id()).isEqualTo(BuildScript.CALL_INVALID);
  }

  @Test
  void areAskedOfBashOnlyWhenThatIsSaidAndAllowed() {
    tree.file(SCRIPT, call("$(ls)"));
    settings("evaluation: bash");

    assertThat(problem().id()).isEqualTo(ScriptEvaluator.HOST_SCRIPT_REFUSED);
    assertThat(problem().location().toString()).startsWith("config/components.yaml:");

    Location place = Location.of(SCRIPT);
    ScriptEvaluator bash =
        (root, component) ->
            new TagCall("X_TAG", List.of(new TagCall.CallInput("from/bash", place)), place);
    assertThat(inputs(bash)).extracting(TagInput::path).containsExactly(SCRIPT, "from/bash");
  }

  @Test
  void areNotTakenFromBashForAnotherComponent() {
    tree.file(SCRIPT, call("$(ls)"));
    settings("evaluation: bash");
    ScriptEvaluator bash =
        (root, component) -> new TagCall("Y_TAG", List.of(), Location.of(SCRIPT));

    assertThat(catchThrowableOfType(ProblemException.class, () -> inputs(bash)).problems())
        .extracting(Problem::id)
        .containsExactly(BuildScript.CALL_INVALID);
  }

  @Test
  void areUnknownWithoutACallInTheLayoutWithoutFolders() {
    tree.file(".gitlab-ci/container/build-x.sh", "# X_TAG\n")
        .file(".gitlab-ci/container/gitlab-ci-inc.yml", ".container-builds-x:\n  a: b\n");

    assertThat(problem().id()).isEqualTo(ComponentInputs.CALL_MISSING);
    assertThat(problem().location()).hasToString(".gitlab-ci/container/build-x.sh");

    settings("inputs: []");
    assertThat(paths()).containsExactly(".gitlab-ci/container/build-x.sh");
  }

  @Test
  void areReadFromLinesThatEndInCrLfWithAWarning() {
    tree.file(SCRIPT, "set -e\r\n" + call("a b").replace("\n", "\r\n"));

    assertThat(paths()).containsExactly(SCRIPT, "a", "b");
    assertThat(warnings.all()).hasSize(1);
    Problem warning = warnings.all().get(0);
    assertThat(warning.isError()).isFalse();
    assertThat(warning.location()).hasToString(SCRIPT);
    assertThat(warning.remedy().toString()).contains("*.sh text eol=lf", ".gitattributes");
  }

  @ParameterizedTest
  @CsvSource({"fifo", "loop", "folder", "large"})
  void cannotBeToldFromAScriptThatCannotBeRead(String kind) throws IOException {
    switch (kind) {
      case "fifo" -> tree.fifo(SCRIPT);
      case "loop" -> tree.link(SCRIPT, "build.sh");
      case "folder" -> Files.createDirectories(tree.root().resolve(SCRIPT));
      default -> tree.file(SCRIPT, "#".repeat((4 << 20) + 1));
    }

    assertThat(problem().id()).isEqualTo(ProblemId.INPUT_MISSING);
    assertThat(problem().location()).hasToString(SCRIPT);
  }

  @Test
  void cannotBeNamesThatTextDoesNotExpress() throws Exception {
    tree.file(SCRIPT, "make\n");
    Path latin = tree.root().resolve("latin");
    Files.writeString(latin, "touch \"$1/caf$(printf '\\351')\"\n");
    Process touch =
        new ProcessBuilder("sh", latin.toString(), tree.root() + "/components/x").start();
    assertThat(touch.waitFor()).isZero();

    assertThat(problem().id()).isEqualTo(ProblemId.INPUT_MISSING);
    assertThat(problem().message()).contains("cannot be read as text here");

    settings("inputs: ['components/x/c*']");
    assertThat(problem().location()).hasToString("config/components.yaml:3:14");
    settings("inputs: ['components/x/*.sh']");
    assertThat(paths()).containsExactly(SCRIPT, SCRIPT);
  }

  @Test
  void areNotReadFromTheCallOfAnotherLanguage() {
    tree.file(SCRIPT, "#!/usr/bin/env python3\nci_tag_build_time_check('it')\n")
        .file("components/x/a", "");

    assertThat(paths()).containsExactly(SCRIPT, "components/x/a");
  }
}
