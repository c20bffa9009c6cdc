package dev.ocelot.tag.component;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.ocelot.problem.ProblemException;
import dev.ocelot.tag.TestTree;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RepositoryRootTest {
  private final Path folder;
  private final TestTree tree;

  RepositoryRootTest(@TempDir Path folder) {
    this.folder = folder;
    this.tree = new TestTree(folder);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        ".gitlab-ci/conditional-build-image-tags.yml",
        "config/conditional-build-image-tags.yml",
        "config/components.yaml",
        "components/hello/build.sh",
        ".git/HEAD",
        ".git",
      })
  void isTheNearestFolderThatHoldsAnyOfTheseFiles(String marker) throws IOException {
    tree.file("outer/.git/HEAD", "").file("outer/inner/" + marker, "");
    Path deep = Files.createDirectories(folder.resolve("outer/inner/src/main/java"));

    assertThat(RepositoryRoot.find(deep).orElseThrow().path())
        .isEqualTo(folder.resolve("outer/inner"));
    assertThat(RepositoryRoot.find(folder.resolve("outer/inner")).orElseThrow().path())
        .isEqualTo(folder.resolve("outer/inner"));
    assertThat(RepositoryRoot.find(folder.resolve("outer/inner/../inner/./src")).orElseThrow())
        .isEqualTo(new RepositoryRoot(folder.resolve("outer/inner")));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "config/other.yaml",
        "components/build.sh",
        "components/hello/world/build.sh",
        "components/hello/README",
        ".gitlab-ci.yml",
        "conditional-build-image-tags.yml",
      })
  void isNotAFolderThatHoldsOtherFiles(String file) throws IOException {
    tree.file("outer/.git/HEAD", "").file("outer/inner/" + file, "");
    Files.createDirectories(folder.resolve("outer/config/components.yaml"));

    assertThat(RepositoryRoot.find(folder.resolve("outer/inner")).orElseThrow().path())
        .isEqualTo(folder.resolve("outer"));
  }

  @Test
  void isNotThereAboveEverything() {
    assertThat(RepositoryRoot.find(Path.of("/"))).isEmpty();
  }

  @Test
  void mayBeNamed() {
    assertThat(RepositoryRoot.of(folder.resolve(".")).path()).isEqualTo(folder);
  }

  @Test
  void isRefusedWhenItIsNoFolder() {
    tree.file("file", "");

    assertThat(
            catchThrowableOfType(
                ProblemException.class, () -> RepositoryRoot.of(folder.resolve("file"))))
        .hasMessageContaining("is not a folder");
  }

  @Test
  void showsPathsFromItself() {
    RepositoryRoot root = new RepositoryRoot(folder);

    assertThat(root.show(folder.resolve("a/b"))).isEqualTo("a/b");
    assertThat(root.show(folder.resolve("a/../b"))).isEqualTo("b");
    assertThat(root.show(folder)).isEqualTo(folder.toString());
    assertThat(root.show(Path.of("/elsewhere"))).isEqualTo("/elsewhere");
    assertThat(root.resolve("a/b")).isEqualTo(folder.resolve("a/b"));
  }

  @Test
  void refusesNamesThatNoFileCanHave() {
    assertThat(
            catchThrowableOfType(
                ProblemException.class, () -> new RepositoryRoot(folder).resolve("a\0b")))
        .hasMessageContaining("cannot be a file name here");
  }
}
