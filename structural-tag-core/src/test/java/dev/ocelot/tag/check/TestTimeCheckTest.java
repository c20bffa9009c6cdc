package dev.ocelot.tag.check;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ocelot.problem.Problem;
import dev.ocelot.problem.Problems;
import dev.ocelot.tag.TestTree;
import dev.ocelot.tag.component.Components;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TestTimeCheckTest {
  private static final String A = "a".repeat(32);
  private static final String B = "b".repeat(32);

  private final CheckFixture repository;
  private final TestTree tree;
  private final Problems problems = new Problems();

  TestTimeCheckTest(@TempDir Path folder) {
    this.tree = new TestTree(folder);
    this.repository =
        new CheckFixture(tree)
            .components("angle", "my-comp")
            .declare(Map.of("CONDITIONAL_BUILD_ANGLE_TAG", A));
    tree.file("image/keep", "").file("other/keep", "");
  }

  private List<String> results(List<String> directories, String... demanded) {
    Components components = repository.discover();
    Expectations expectations = Expectations.read(components, repository.environment, problems);
    List<Path> paths = directories.stream().map(tree.root()::resolve).toList();
    return new TestTimeCheck(paths, List.of(demanded))
        .check(components, expectations, problems).stream()
            .map(r -> r.component().name() + " " + r.getClass().getSimpleName())
            .toList();
  }

  private List<String> image(String... demanded) {
    return results(List.of("image"), demanded);
  }

  @ParameterizedTest
  @CsvSource({
    "AAA, Fits, ''",
    "'AAA\n', Fits, ''",
    "'AAA\r\n\n', Fits, ''",
    "BBB, Differs, tag-mismatch",
    "'AAA ', Unreadable, tag-file-invalid",
    "'', Unreadable, tag-file-invalid",
    "hello, Unreadable, tag-file-invalid",
  })
  void comparesTheTagFileWithTheDeclaredTag(String content, String result, String id) {
    tree.file("image/ANGLE_TAG", content.replace("AAA", A).replace("BBB", B));

    assertThat(image("angle")).containsExactly("angle " + result, "my-comp NotUsed");
    assertThat(CheckFixture.ids(problems.all())).isEqualTo(id.isEmpty() ? List.of() : List.of(id));
  }

  @Test
  void saysWhatIsTestedAndWhatWasExpected() {
    tree.file("image/ANGLE_TAG", B);

    image();

    Problem problem = problems.all().get(0);
    assertThat(problem.message())
        .isEqualTo("what is tested of component angle carries " + B + ", expected is " + A);
    assertThat(problem.location()).hasToString(tree.root() + "/image/ANGLE_TAG");
  }

  @ParameterizedTest
  @CsvSource({"BBB, Differs", "AAA, Fits", "'', Fits", "nonsense, Differs"})
  void prefersTheEnvironmentWhereItSaysAnything(String exported, String result) {
    tree.file("image/ANGLE_TAG", A);
    repository.environment.put("ANGLE_TAG", exported.replace("AAA", A).replace("BBB", B));

    assertThat(image()).containsExactly("angle " + result, "my-comp NotUsed");
  }

  @Test
  void missesWhatIsDemanded() {
    assertThat(image("angle", "my_comp")).containsExactly("angle Missing", "my-comp Missing");
    assertThat(problems.all())
        .extracting(Problem::message)
        .containsExactly(
            "component 'my_comp' is spelt 'my-comp'",
            "component angle, demanded by ocelot.demandedComponents, has no tag file ANGLE_TAG in "
                + tree.root()
                + "/image",
            "component my-comp, demanded by ocelot.demandedComponents, has no tag file MY_COMP_TAG"
                + " in "
                + tree.root()
                + "/image");
  }

  @ParameterizedTest
  @CsvSource({"x, Missing", "'', NotUsed"})
  void missesWhatTheEnvironmentSets(String exported, String result) {
    repository.environment.put("MY_COMP_TAG", exported);

    assertThat(image()).containsExactly("angle NotUsed", "my-comp " + result);
    assertThat(CheckFixture.ids(problems.all()))
        .isEqualTo(result.equals("Missing") ? List.of("tag-file-missing") : List.of());
  }

  @Test
  void refusesADemandForAnUnknownComponent() {
    image("angel");

    assertThat(CheckFixture.ids(problems.all())).containsExactly("unknown-component");
  }

  @Test
  void refusesWhatNobodyDeclared() {
    tree.file("image/MY_COMP_TAG", A);

    assertThat(image()).containsExactly("angle NotUsed", "my-comp Undeclared");
    assertThat(CheckFixture.ids(problems.all())).containsExactly("tag-undeclared");
  }

  @Test
  void concludesNothingFromDeclaredTagsThatCannotBeRead() {
    tree.file("image/ANGLE_TAG", A).file("image/MY_COMP_TAG", B);
    repository.environment.put("MY_COMP_TAG", B);
    tree.file(".gitlab-ci/conditional-build-image-tags.yml", "- a\n");

    assertThat(image()).containsExactly("angle Unreadable", "my-comp Fits");
    assertThat(CheckFixture.ids(problems.all())).containsExactly("config-invalid");
  }

  @Test
  void looksInEveryDirectory() {
    tree.file("image/ANGLE_TAG", A).file("other/ANGLE_TAG", B);

    assertThat(results(List.of("image", "other")))
        .containsExactly("angle Fits", "angle Differs", "my-comp NotUsed");
    assertThat(results(List.of("other", "image"), "angle"))
        .containsExactly("angle Differs", "angle Fits", "my-comp NotUsed");
  }

  @Test
  void warnsOfADirectoryThatIsNotThere() {
    assertThat(results(List.of("nowhere"))).containsExactly("angle NotUsed", "my-comp NotUsed");
    assertThat(problems.hasErrors()).isFalse();
    assertThat(problems.all()).hasSize(1);
  }

  @Test
  void needsNoScript() {
    tree.file("image/ANGLE_TAG", A).file(".gitlab-ci/container/build-angle.sh", "# ANGLE_TAG\n");

    assertThat(image("angle")).containsExactly("angle Fits", "my-comp NotUsed");
  }
}
