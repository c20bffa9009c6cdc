package dev.ocelot.tag.init;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.ocelot.problem.ProblemException;
import dev.ocelot.tag.component.GitLabCiLayout;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.SortedMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A plan is written as a whole or not at all. */
class InitWriterTest {
  private static final String JOBS = ".gitlab-ci/container/gitlab-ci-inc.yml";

  @TempDir Path scratch;

  @ParameterizedTest
  @CsvSource({
    // what happens after the plan was made, and to which file
    ".gitlab-ci/container/build-my-comp.sh, made by another",
    ".gitlab-ci/container/gitlab-ci-inc.yml, '.x: {}'",
    ".gitlab-ci/conditional-build-image-tags.yml, 'variables: ['",
    ".gitlab-ci/conditional-build-image-tags.yml/folder, x"
  })
  void whatComesBetweenStopsAllOfIt(String file, String text) throws Exception {
    Repository repository = new Repository(scratch).write(JOBS, ".y: {}\n");
    InitPlan plan = repository.plan("my-comp", new GitLabCiLayout());
    repository.write(file, text);
    SortedMap<String, String> before = repository.everything();
    assertThatThrownBy(() -> repository.write(plan)).isInstanceOf(ProblemException.class);
    assertThat(repository.everything()).isEqualTo(before);
  }

  @Test
  void foldersThatWereMadeAreRemovedAgain() throws Exception {
    Repository repository = new Repository(scratch).write(".gitlab-ci/x", "");
    InitPlan plan = repository.plan("my-comp", new GitLabCiLayout());
    Files.createDirectories(repository.root.resolve(".gitlab-ci/conditional-build-image-tags.yml"));
    SortedMap<String, String> before = repository.everything();
    assertThatThrownBy(() -> repository.write(plan)).isInstanceOf(ProblemException.class);
    assertThat(repository.everything()).isEqualTo(before);
  }

  @Test
  void aLinkedJobsFileStaysALink() throws Exception {
    Repository repository = new Repository(scratch).write("real.yml", ".y: {}\n");
    Files.createDirectories(repository.root.resolve(".gitlab-ci/container"));
    Path link = repository.root.resolve(JOBS);
    Files.createSymbolicLink(link, Path.of("../../real.yml"));
    repository.write(repository.plan("my-comp", new GitLabCiLayout()));
    assertThat(link).isSymbolicLink();
    assertThat(repository.read("real.yml")).contains(".container-builds-my-comp:");
  }
}
