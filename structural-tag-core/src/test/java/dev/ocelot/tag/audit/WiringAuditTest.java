package dev.ocelot.tag.audit;

import static dev.ocelot.tag.audit.GitLabRepository.ALPHA;
import static dev.ocelot.tag.audit.GitLabRepository.DECLARED;
import static dev.ocelot.tag.audit.GitLabRepository.DRIVER;
import static dev.ocelot.tag.audit.GitLabRepository.IMAGES;
import static dev.ocelot.tag.audit.GitLabRepository.IMAGE_TAGS;
import static dev.ocelot.tag.audit.GitLabRepository.JOBS;
import static dev.ocelot.tag.audit.GitLabRepository.TESTS;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Each case breaks the wiring of a sound repository in one place. */
class WiringAuditTest {
  @TempDir Path folder;

  @Test
  void soundWiringHasNoFindings() throws Exception {
    assertThat(new GitLabRepository(folder).audit()).isEmpty();
  }

  static Stream<Arguments> declared() {
    return Stream.of(
        broken(
            DECLARED,
            "  CONDITIONAL_BUILD_ALPHA_TAG: 0c22f62ec0cdf4eff7a321b144842e89\n",
            "",
            "error declared-key-missing alpha " + DECLARED),
        broken(
            DECLARED,
            "BETA_TWO_TAG:",
            "BETA_2_TAG:",
            "error declared-key-missing beta-two " + DECLARED,
            "warning declared-key-orphan CONDITIONAL_BUILD_BETA_2_TAG " + DECLARED + ":3:3"),
        broken(DECLARED, "variables:\n", "variables:\n  OTHER_TAG: x\n"),
        broken(
            DECLARED,
            "variables:\n",
            "variables: text\nother:\n",
            "warning pipeline-unread " + DECLARED + " " + DECLARED + ":1:12"));
  }

  static Stream<Arguments> hiddenJobs() {
    return Stream.of(
        broken(
            JOBS,
            "    ALPHA_TAG: \"${CONDITIONAL_BUILD_ALPHA_TAG}\"\n",
            "",
            "error tag-variable-missing alpha " + JOBS + ":4:1"),
        broken(
            JOBS,
            "    ALPHA_TAG: \"${CONDITIONAL_BUILD_ALPHA_TAG}\"\n",
            "    BETA_TWO_TAG: \"${CONDITIONAL_BUILD_BETA_TWO_TAG}\"\n",
            "error tag-variable-missing alpha " + JOBS + ":4:1"),
        broken(
            JOBS,
            "\"${CONDITIONAL_BUILD_ALPHA_TAG}\"",
            "\"${CONDITIONAL_BUILD_BETA_TWO_TAG}\"",
            "error tag-variable-foreign alpha " + JOBS + ":6:16"),
        broken(
            JOBS,
            "\"${CONDITIONAL_BUILD_ALPHA_TAG}\"",
            "0c22f62ec0cdf4eff7a321b144842e89",
            "error tag-variable-foreign alpha " + JOBS + ":6:16"));
  }

  static Stream<Arguments> groups() {
    return Stream.of(
        broken(
            JOBS,
            "extends: [.container-builds-alpha, ",
            "extends: [.container-builds-alpa, ",
            "error group-dangling .container-builds-gl " + JOBS + ":13:13",
            "notice hidden-job-unused alpha " + JOBS + ":4:1"),
        broken(
            IMAGES,
            ".container-builds-gl, ",
            "",
            "notice hidden-job-unused alpha " + JOBS + ":4:1",
            "notice hidden-job-unused beta-two " + JOBS + ":8:1"),
        broken(
            JOBS,
            ".container-builds-gl:\n",
            """
            .container-builds-new:
              variables: {NEW_TAG: "${CONDITIONAL_BUILD_NEW_TAG}"}
            .container-builds-gl:
            """,
            "error script-missing new " + JOBS + ":12:1"),
        broken(
            JOBS,
            ".container-builds-gl:\n",
            """
            .container-builds-plain:
              variables: {CI_BUILD_COMPONENTS_PLAIN: plain}
            .container-builds-gl:
            """,
            "error call-missing plain .gitlab-ci/container/build-plain.sh"),
        broken(JOBS, ".container-builds-gl:\n", ".container-builds-x: {}\n.container-builds-gl:\n"),
        broken(
            ".gitlab-ci/container/build-plain.sh",
            "make",
            "f() { ci_tag_build_time_check PLAIN_TAG; }",
            "error hidden-job-missing plain .gitlab-ci/container/build-plain.sh"));
  }

  static Stream<Arguments> earlyChecks() {
    return Stream.of(
        broken(
            JOBS,
            "    CI_BUILD_COMPONENTS_ALPHA: alpha\n",
            "",
            "warning early-check-missing alpha " + JOBS + ":4:1"),
        broken(
            JOBS,
            "ALPHA: alpha",
            "ALPHA: beta-two",
            "error early-check-foreign alpha " + JOBS + ":7:32"),
        broken(
            JOBS,
            "$CI_BUILD_COMPONENTS_ALPHA ",
            "$CI_BUILD_COMPONENTS_ALPHA2 ",
            "warning early-check-unread alpha " + JOBS + ":3:26"),
        broken(
            JOBS,
            " ${CI_BUILD_COMPONENTS_BETA_TWO}",
            "",
            "warning early-check-unread beta-two " + JOBS + ":3:26"));
  }

  static Stream<Arguments> testJobs() {
    return Stream.of(
        broken(
            TESTS,
            "ALPHA_TAG: ${CONDITIONAL_BUILD_ALPHA_TAG}",
            "X: y",
            "error tag-variable-missing alpha " + TESTS + ":1:1",
            "notice test-job-missing alpha " + JOBS + ":4:1"),
        broken(
            TESTS,
            "${CONDITIONAL_BUILD_ALPHA_TAG}",
            "${CONDITIONAL_BUILD_BETA_TWO_TAG}",
            "error tag-variable-foreign alpha " + TESTS + ":3:16",
            "notice test-job-missing alpha " + JOBS + ":4:1"),
        broken(
            DRIVER,
            "    - .test-beta-two\n",
            "",
            "warning test-tag-missing beta-two " + DRIVER + ":4:1"),
        broken(
            DRIVER,
            "    HWCI_TEST",
            "    BETA_TWO_TAG: ''\n    HWCI_TEST",
            "warning test-tag-missing beta-two " + DRIVER + ":4:1"),
        broken(
            DRIVER,
            "script: install/deqp-runner.sh",
            "script:\n    - cd install\n    - FOO=1 ./beta-runner.sh",
            "warning test-tag-missing beta-two " + DRIVER + ":1:1"),
        broken(DRIVER, "install/deqp-runner.sh", "install/not-beta-runner.sh"),
        broken(
            ".gitlab-ci/container/gitlab-ci.yml",
            "debian/gl:",
            "debian/gl: {extends: []}\ndebian/gl:",
            "warning pipeline-unread " + IMAGES + " " + IMAGES + ":3:1",
            "notice hidden-job-unused alpha " + JOBS + ":4:1",
            "notice hidden-job-unused beta-two " + JOBS + ":8:1"),
        broken(
            ALPHA,
            "# DEBIAN_VK_TAG",
            "# DEBIAN_V_TAG",
            "warning image-tag-unknown alpha " + ALPHA + ":5:3"),
        broken(IMAGE_TAGS, "variables:", "x:"));
  }

  private static Arguments broken(String file, String old, String text, String... findings) {
    return Arguments.of(file, old, text, List.of(findings));
  }

  @ParameterizedTest(name = "{0}: {1} -> {2}")
  @MethodSource({"declared", "hiddenJobs", "groups", "earlyChecks", "testJobs"})
  void oneBreak(String file, String old, String text, List<String> expected) throws Exception {
    GitLabRepository repository = new GitLabRepository(folder).replace(file, old, text);
    assertThat(GitLabRepository.brief(repository.audit())).isEqualTo(expected);
  }

  @Test
  void aPipelineWithoutEarlyChecksNeedsNone() throws Exception {
    GitLabRepository repository = new GitLabRepository(folder);
    String text = Files.readString(folder.resolve(JOBS));
    repository.write(JOBS, text.replaceAll(" +CI_BUILD_COMPONENTS.*\n", ""));
    assertThat(repository.audit()).isEmpty();
  }

  @Test
  void withoutAPipelineOnlyTheHiddenJobsAreLookedAt() throws Exception {
    GitLabRepository repository = new GitLabRepository(folder);
    Files.delete(folder.resolve(".gitlab-ci.yml"));
    assertThat(repository.audit()).isEmpty();
  }

  @Test
  void aJobThatExtendsItselfEndsNothing() throws Exception {
    GitLabRepository repository =
        new GitLabRepository(folder)
            .replace(DRIVER, "extends: [.test-alpha, .drv]", "extends: [.test-alpha, .drv, .loop]")
            .replace(DRIVER, ".drv:\n", ".loop: {extends: .drv}\n.drv:\n  extends: .loop\n");
    assertThat(repository.audit()).isEmpty();
  }

  @Test
  void aNameThatNoShellHoldsIsFound() throws Exception {
    GitLabRepository repository = new GitLabRepository(folder);
    repository.write("components/3d/build.sh", "make\n");
    repository.write(
        "config/conditional-build-image-tags.yml",
        "variables:\n  CONDITIONAL_BUILD_3D_TAG: 0c22f62ec0cdf4eff7a321b144842e89\n");
    assertThat(GitLabRepository.brief(repository.audit()))
        .containsExactly("error variable-not-shell 3d components/3d/build.sh");
  }
}
