package dev.ocelot.packaging.git;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ocelot.packaging.process.LocalProcessRunner;
import dev.ocelot.packaging.process.ProcessEnvironment;
import dev.ocelot.packaging.process.ProcessLimits;
import dev.ocelot.packaging.process.ProcessRequest;
import dev.ocelot.problem.ProblemId;
import dev.ocelot.problem.Remedy;
import dev.ocelot.tag.Tag;
import dev.ocelot.tag.component.RepositoryRoot;
import dev.ocelot.tag.explain.TagHistory.Revision;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class GitHistoryTest {
  private static final String FILE = "config/tags.yml";
  private static final String KEY = "CONDITIONAL_BUILD_HELLO_TAG";
  private static final Tag OLD = new Tag("a".repeat(32));
  private static final Tag NEW = new Tag("b".repeat(32));

  private final Path folder;

  GitHistoryTest(@TempDir Path folder) {
    this.folder = folder;
  }

  private void git(String... arguments) {
    List<String> argv =
        new ArrayList<>(
            List.of("git", "-c", "user.name=n", "-c", "user.email=e", "-c", "gc.auto=0"));
    argv.addAll(List.of(arguments));
    Map<String, String> clean =
        Map.of("HOME", folder.toString(), "GIT_CONFIG_NOSYSTEM", "1", "LC_ALL", "C.UTF-8");
    new LocalProcessRunner()
        .run(
            ProcessRequest.of(argv, ProcessLimits.of(Duration.ofMinutes(1)))
                .withDirectory(folder)
                .withEnvironment(ProcessEnvironment.inheritedPlus(clean)))
        .orProblem(ProblemId.DEFECT, "git", Remedy.NONE);
  }

  private void file(String name, String text) throws IOException {
    Path file = folder.resolve(name);
    Files.createDirectories(file.getParent());
    Files.writeString(file, text);
  }

  private void commit(String message) {
    git("add", "-A");
    git("commit", "-q", "-m", message);
  }

  /** Below a folder of the work tree: two declared values, each with its script, and more since. */
  private void twoDeclarations(String below) throws IOException {
    git("init", "-q");
    file("unrelated", "x");
    commit("start");
    file(below + FILE, "variables:\n  " + KEY + ": " + OLD + "\n");
    file(below + "components/hello/build.sh", "one\n");
    file(below + "components/hello/patches/é ä.patch", "p\r\n");
    commit("declare");
    file(below + FILE, "variables:\n  " + KEY + ": " + NEW + "\n");
    file(below + "components/hello/build.sh", "two\n");
    commit("declare anew");
    file(below + "components/hello/build.sh", "three\n");
    file(below + FILE, "# a comment\nvariables:\n  " + KEY + ": " + NEW + "\n");
    commit("change without declaring");
  }

  private List<Revision> revisions(String below, Tag tag) {
    return new GitHistory(new LocalProcessRunner(), RepositoryRoot.of(folder.resolve(below)))
        .revisions(FILE, KEY, tag);
  }

  private static String read(Revision revision, String path) {
    return revision
        .read(path)
        .map(bytes -> new String(bytes, StandardCharsets.UTF_8))
        .orElse("nothing");
  }

  @Test
  void theRevisionThatSetTheValueComesFirst() throws IOException {
    twoDeclarations("");
    Revision revision = revisions("", NEW).get(0);
    assertThat(revision.id()).matches("[0-9a-f]{12}");
    assertThat(read(revision, "components/hello/build.sh")).isEqualTo("two\n");
    assertThat(read(revisions("", OLD).get(0), "components/hello/build.sh")).isEqualTo("one\n");
    assertThat(revisions("", new Tag("c".repeat(32)))).isEmpty();
  }

  @Test
  void aRootBelowTheWorkTreeSeesItsOwnFiles() throws IOException {
    twoDeclarations("sub folder/");
    Revision revision = revisions("sub folder", NEW).get(0);
    assertThat(read(revision, "components/hello/build.sh")).isEqualTo("two\n");
    assertThat(revision.list("components/hello"))
        .containsExactly("components/hello/build.sh", "components/hello/patches/é ä.patch");
  }

  @Test
  void filesAreListedAndReadAsTheyWere() throws IOException {
    twoDeclarations("");
    Revision revision = revisions("", OLD).get(0);
    assertThat(revision.list("components/hello"))
        .containsExactly("components/hello/build.sh", "components/hello/patches/é ä.patch");
    assertThat(read(revision, "components/hello/patches/é ä.patch")).isEqualTo("p\r\n");
    assertThat(revision.list("components/none")).isEmpty();
    assertThat(revision.read("components/none")).isEqualTo(Optional.empty());
    assertThat(revision.read("components/hello")).isEqualTo(Optional.empty());
  }

  @Test
  void settingsOfGitChangeNothingAndRunNothing() throws IOException {
    twoDeclarations("");
    file(".gitattributes", "*.yml diff=x\n");
    Path ran = folder.resolve("ran");
    git("config", "diff.x.textconv", "touch " + ran + "; cat");
    git("config", "log.showSignature", "true");
    git("config", "color.ui", "always");
    git("config", "log.follow", "true");
    assertThat(read(revisions("", NEW).get(0), "components/hello/build.sh")).isEqualTo("two\n");
    assertThat(ran).doesNotExist();
  }

  @Test
  void withoutARepositoryThereIsNoHistory() {
    assertThat(revisions("", NEW)).isEmpty();
  }
}
