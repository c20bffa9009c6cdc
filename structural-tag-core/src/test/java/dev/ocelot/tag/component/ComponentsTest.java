package dev.ocelot.tag.component;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ocelot.problem.Problem;
import dev.ocelot.problem.ProblemId;
import dev.ocelot.problem.Problems;
import dev.ocelot.tag.TestTree;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ComponentsTest {
  private final TestTree tree;
  private final Problems problems = new Problems();

  ComponentsTest(@TempDir Path folder) {
    this.tree = new TestTree(folder);
  }

  private List<String> names() {
    return discover().all().stream().map(c -> c.name().text()).toList();
  }

  private Components discover() {
    return Components.discover(new RepositoryRoot(tree.root()), problems);
  }

  private Problem onlyProblem() {
    assertThat(problems.all()).hasSize(1);
    return problems.all().get(0);
  }

  @Test
  void areNoneInAnEmptyRepository() {
    assertThat(names()).isEmpty();
    assertThat(problems.all()).isEmpty();
  }

  @Test
  void areFoundInBothLayoutsAtOnce() {
    Trees.gitLab(tree, "crosvm", "angle");
    Trees.ocelot(tree, "zlib", "bash");
    tree.file("components/collector/lambdacomponents/x.go", "").file("components/README", "");

    Components components = discover();

    assertThat(components.all())
        .extracting(c -> c.name() + " " + c.layout() + " " + c.script())
        .containsExactly(
            "angle gitlab-ci .gitlab-ci/container/build-angle.sh",
            "bash ocelot components/bash/build.sh",
            "crosvm gitlab-ci .gitlab-ci/container/build-crosvm.sh",
            "zlib ocelot components/zlib/build.sh");
    assertThat(problems.all()).isEmpty();
  }

  /** Each is a key of the jobs' file beside the job of {@code cmt}, whose script is there. */
  @ParameterizedTest
  @CsvSource({
    "foo.container-builds-pre, build-pre.sh, PRE_TAG",
    ".container-builds-gl, build-other.sh, GL_TAG",
    ".container-builds-Upper, build-Upper.sh, UPPER_TAG",
    ".container-builds-, build-.sh, _TAG",
    ".container-builds-x, build-x.sh, XCMT_TAGX",
    ".container-builds-x, build-x.sh, CONDITIONAL_BUILD_X_TAG",
    ".container-builds-x, build-x.sh, X_TAGS",
    ".container-builds-x, build-x.sh, nothing",
    "container-builds-x, build-x.sh, X_TAG",
    ".test-x, build-x.sh, X_TAG",
  })
  void areOnlyHiddenJobsWithAScriptThatNamesTheVariable(String job, String script, String text) {
    Trees.gitLab(tree, "cmt");
    Trees.gitLabJobs(tree, ".container-builds-cmt", job);
    tree.file(".gitlab-ci/container/" + script, text + "\n");

    assertThat(names()).containsExactly("cmt");
    assertThat(problems.all()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({"X_TAG", "'# X_TAG.'", "x_tag", "'\"${X_TAG}\"'", "'X_TAG'"})
  void areFoundWhereverTheScriptNamesTheVariable(String text) {
    Trees.gitLabJobs(tree, ".container-builds-x");
    tree.file(".gitlab-ci/container/build-x.sh", text);

    assertThat(names()).containsExactly("x");
  }

  @Test
  void areFoundBesideScriptsThatCannotBeRead() throws IOException {
    Trees.gitLab(tree, "cmt");
    tree.file(
            ".gitlab-ci/container/build-latin.sh",
            "# caf\u00e9 CMT_TAG\n".getBytes(StandardCharsets.ISO_8859_1))
        .fifo(".gitlab-ci/container/build-fifo.sh")
        .link(".gitlab-ci/container/build-gone.sh", "nowhere");
    Files.createDirectories(tree.root().resolve(".gitlab-ci/container/build-folder.sh"));

    assertThat(names()).containsExactly("cmt");
    assertThat(problems.all()).isEmpty();
  }

  @Test
  void includeWhatHasAJobButNoReadableScript() {
    Trees.gitLab(tree, "cmt");
    Trees.gitLabJobs(tree, ".container-builds-cmt", ".container-builds-fifo");
    tree.fifo(".gitlab-ci/container/build-fifo.sh");

    assertThat(names()).containsExactly("cmt", "fifo");
  }

  @Test
  void areFoundWithAScriptThatIsNotUtf8() {
    Trees.gitLabJobs(tree, ".container-builds-cmt");
    tree.file(
        ".gitlab-ci/container/build-cmt.sh",
        "# caf\u00e9\nci_tag_build_time_check CMT_TAG\n".getBytes(StandardCharsets.ISO_8859_1));

    assertThat(names()).containsExactly("cmt");
  }

  @Test
  void areFoundInTheOlderFileOfJobs() throws IOException {
    Trees.gitLab(tree, "cmt");
    Path folder = tree.root().resolve(".gitlab-ci/container");
    Files.move(folder.resolve("gitlab-ci-inc.yml"), folder.resolve("gitlab-ci.yml"));

    assertThat(names()).containsExactly("cmt");
  }

  @Test
  void areMissedWhenTagsAreDeclaredButNoneIsFound() {
    tree.file(".gitlab-ci/conditional-build-image-tags.yml", "variables:\n  A: b\n");

    assertThat(names()).isEmpty();
    assertThat(onlyProblem().isError()).isTrue();
    assertThat(onlyProblem().message())
        .startsWith("no component was found")
        .contains("gitlab-ci-inc.yml", "gitlab-ci.yml");
  }

  @Test
  void areMissedWhenJobsAreThereButNoScript() {
    tree.file(".gitlab-ci/conditional-build-image-tags.yml", "variables:\n");
    Trees.gitLabJobs(tree, ".container-builds-gl");

    assertThat(names()).isEmpty();
    assertThat(onlyProblem().isError()).isFalse();
    assertThat(onlyProblem().location()).hasToString(".gitlab-ci/container/gitlab-ci-inc.yml");
  }

  @Test
  void reportJobsThatCannotBeRead() {
    tree.file(".gitlab-ci/container/gitlab-ci-inc.yml", "a: b\n\tc: d\n")
        .file(".gitlab-ci/conditional-build-image-tags.yml", "variables:\n  A: b\n");

    assertThat(names()).isEmpty();
    assertThat(onlyProblem().location().toString()).startsWith(".gitlab-ci/container/gitlab-ci");
  }

  @Test
  void reportAFolderThatCannotNameAComponent() {
    Trees.ocelot(tree, "fine", "Hello");

    assertThat(names()).containsExactly("fine");
    assertThat(onlyProblem().message()).isEqualTo("the folder 'Hello' cannot name a component");
    assertThat(onlyProblem().location()).hasToString("components/Hello");
  }

  @Test
  void includeAFolderWhoseScriptIsNoFile() {
    tree.fifo("components/fifo/build.sh").link("components/loop/build.sh", "build.sh");

    assertThat(names()).containsExactly("fifo", "loop");
  }

  @Test
  void refuseTwoNamesWithOneVariable() {
    Trees.ocelot(tree, "my-c", "my_c");

    assertThat(names()).containsExactly("my-c");
    assertThat(onlyProblem().id()).isEqualTo(ProblemId.CONFIG_INVALID);
    assertThat(onlyProblem().message())
        .isEqualTo(
            "components my-c and my_c share the variable MY_C_TAG:"
                + " components/my-c/build.sh and components/my_c/build.sh");
  }

  @Test
  void refuseOneNameInTwoLayouts() {
    Trees.ocelot(tree, "cmt");
    Trees.gitLab(tree, "cmt");

    assertThat(names()).containsExactly("cmt");
    assertThat(onlyProblem().message())
        .contains("component cmt lies in two layouts")
        .contains(".gitlab-ci/container/build-cmt.sh", "components/cmt/build.sh");
  }
}
