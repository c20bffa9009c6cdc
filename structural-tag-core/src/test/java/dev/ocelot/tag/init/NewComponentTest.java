package dev.ocelot.tag.init;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.ocelot.problem.ProblemException;
import dev.ocelot.tag.component.ComponentLayout;
import dev.ocelot.tag.component.GitLabCiLayout;
import dev.ocelot.tag.component.OcelotLayout;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.SortedMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class NewComponentTest {
  private static final ComponentLayout GITLAB = new GitLabCiLayout();
  private static final ComponentLayout OCELOT = new OcelotLayout();
  private static final String JOBS = ".gitlab-ci/container/gitlab-ci-inc.yml";
  private static final String DECLARED = ".gitlab-ci/conditional-build-image-tags.yml";

  @TempDir Path scratch;

  @ParameterizedTest
  @ValueSource(strings = {"gitlab-ci", "ocelot"})
  void whatIsMadeIsCurrentAndHasNoFindings(String id) throws Exception {
    ComponentLayout layout = id.equals(GITLAB.id()) ? GITLAB : OCELOT;
    Repository repository = new Repository(scratch);
    for (String name : new String[] {"my-comp", "b", "zz-9", "a-b-c"}) {
      repository.write(repository.plan(name, layout));
    }
    assertThat(repository.states())
        .isEqualTo(
            Map.of("a-b-c", "current", "b", "current", "my-comp", "current", "zz-9", "current"));
    assertThat(repository.audit()).isEmpty();
    assertThat(
            repository.root.resolve(layout.scriptOf(repository.components().all().get(0).name())))
        .isExecutable();
  }

  @Test
  void theOcelotFilesAreThese() throws Exception {
    Repository repository = new Repository(scratch);
    InitPlan plan = repository.plan("my_comp", OCELOT);
    assertThat(repository.everything()).hasSize(1);
    repository.write(plan);
    assertThat(repository.read("components/my_comp/build.sh"))
        .isEqualTo(
            """
            #!/bin/sh
            set -eu

            # Files that shape what is built go behind the variable, relative to the root of the repository.
            . "$OCELOT_TAG_FUNCTIONS"
            ci_tag_build_time_check "MY_COMP_TAG"

            # Build my_comp from here on: what lies in ARTIFACTS_DIR at the end is the component.
            printf '%s for %s\\n' 'my_comp' "$OCELOT_PLATFORM" >"$ARTIFACTS_DIR/my_comp.txt"
            """);
    assertThat(repository.read("config/conditional-build-image-tags.yml"))
        .isEqualTo("variables:\n  CONDITIONAL_BUILD_MY_COMP_TAG: " + plan.tag() + "\n");
  }

  @Test
  void theGitLabFilesAreEditedInPlace() throws Exception {
    Repository repository = new Repository(scratch);
    repository.write(
        DECLARED, "# by hand\nvariables:\n  CONDITIONAL_BUILD_ZED_TAG: \"x\" # quoted\n");
    String before =
        """
        .container:
          variables:
            CI_BUILD_COMPONENTS: "$CI_BUILD_COMPONENTS_ZED" # gathered

        .container-builds-zed:
          variables:
            ZED_TAG: "${CONDITIONAL_BUILD_ZED_TAG}"
            CI_BUILD_COMPONENTS_ZED: zed

        # a group
        .container-builds-gl:
          extends: [.container-builds-zed]
        """;
    repository.write(JOBS, before);
    InitPlan plan = repository.plan("my-comp", GITLAB);
    repository.write(plan);
    assertThat(repository.read(JOBS))
        .isEqualTo(
            before
                .replace("_ZED\" #", "_ZED $CI_BUILD_COMPONENTS_MY_COMP\" #")
                .replace(
                    "# a group",
                    """
                    .container-builds-my-comp:
                      variables:
                        MY_COMP_TAG: "${CONDITIONAL_BUILD_MY_COMP_TAG}"
                        CI_BUILD_COMPONENTS_MY_COMP: my-comp

                    # a group"""));
    assertThat(repository.read(DECLARED))
        .startsWith("# by hand\nvariables:\n")
        .contains("  CONDITIONAL_BUILD_MY_COMP_TAG: ")
        .contains(plan.tag().text())
        .contains("  CONDITIONAL_BUILD_ZED_TAG: \"x\" # quoted\n");
    assertThat(repository.read(".gitlab-ci/container/build-my-comp.sh"))
        .contains("\nset -uex\n")
        .contains("\nci_tag_build_time_check \"MY_COMP_TAG\"\n");
  }

  static Stream<Arguments> jobFiles() {
    return Stream.of(
        Arguments.of("", "J"),
        Arguments.of("# only a comment\n", "# only a comment\n\nJ"),
        Arguments.of("a: {}", "a: {}\n\nJ"),
        Arguments.of("a: {}\n\n", "a: {}\n\nJ"),
        Arguments.of("a:\r\n  b: c\r\n", "a:\r\n  b: c\r\n\r\nJ"),
        Arguments.of("\u00e9: x\n", null),
        Arguments.of(
            ".container-builds-x:\n  variables: {A: b}\nz: {}\n",
            ".container-builds-x:\n  variables: {A: b}\n\nJ\nz: {}\n"),
        Arguments.of(
            ".container-builds-x:\n  variables:\n    A: b\n\n    C: d\n\n\n# z\nz: {}\n",
            ".container-builds-x:\n  variables:\n    A: b\n\n    C: d\n\nJ\n\n# z\nz: {}\n"),
        Arguments.of("{a: b}\n", null));
  }

  @ParameterizedTest
  @MethodSource("jobFiles")
  void theJobIsPutIntoAnyFile(String before, @org.jspecify.annotations.Nullable String after)
      throws Exception {
    Repository repository = new Repository(scratch).write(JOBS, before);
    if (after == null) { // not UTF-8, or nothing that lines can be added to
      SortedMap<String, String> untouched = repository.everything();
      assertThatThrownBy(() -> repository.plan("n", GITLAB)).isInstanceOf(ProblemException.class);
      assertThat(repository.everything()).isEqualTo(untouched);
      return;
    }
    String job =
        """
        .container-builds-n:
          variables:
            N_TAG: "${CONDITIONAL_BUILD_N_TAG}"
            CI_BUILD_COMPONENTS_N: n
        """;
    String end = before.contains("\r\n") ? "\r\n" : "\n";
    repository.write(repository.plan("n", GITLAB));
    assertThat(repository.read(JOBS)).isEqualTo(after.replace("J", job.replace("\n", end)));
  }

  @Test
  void whereNoComponentIsListedForEarlyChecksNorIsThisOne() throws Exception {
    Repository repository =
        new Repository(scratch)
            .write(JOBS, ".container-builds-z:\n  variables: {Z_TAG: $CONDITIONAL_BUILD_Z_TAG}\n");
    repository.write(repository.plan("n", GITLAB));
    assertThat(repository.read(JOBS)).doesNotContain("CI_BUILD_COMPONENTS");
  }

  @ParameterizedTest
  @CsvSource({
    "gitlab-ci, My_Comp, Call it 'my-comp'",
    "gitlab-ci, my_comp, Call it 'my-comp'",
    "gitlab-ci, 9lives, Call it 'lives'",
    "ocelot, ../evil, Call it 'evil'",
    "ocelot, a/b, Call it 'a-b'",
    "ocelot, 'a b', Call it 'a-b'",
    "ocelot, -x, Call it 'x'",
    "ocelot, 3d, Call it 'd'",
    "ocelot, '', ''",
    "ocelot, '\u6587', ''"
  })
  void aNameThatIsNoneIsRefused(String id, String name, String advice) throws Exception {
    Repository repository = new Repository(scratch);
    ComponentLayout layout = id.equals(GITLAB.id()) ? GITLAB : OCELOT;
    assertThatThrownBy(() -> repository.plan(name, layout))
        .isInstanceOfSatisfying(
            ProblemException.class,
            e -> {
              assertThat(e.problems()).hasSize(1);
              assertThat(e.problems().get(0).got()).isEqualTo("'" + name + "'");
              assertThat(e.problems().get(0).remedy().toString()).contains(advice);
            });
  }

  static Stream<Arguments> taken() {
    return Stream.of(
        Arguments.of("components/my_comp/build.sh", "make\n", "component my_comp has the variable"),
        Arguments.of("components/my-comp/build.sh/x", "", "components/my-comp/build.sh is there"),
        Arguments.of(".gitlab-ci/container/build-my-comp.sh", "", "build-my-comp.sh is there"),
        Arguments.of(
            DECLARED, "variables: {CONDITIONAL_BUILD_MY_COMP_TAG: }\n", "is declared already"),
        Arguments.of(JOBS, ".container-builds-my-comp: {}\n", "-my-comp is there already"),
        Arguments.of(JOBS, "a: 1\na: 2\n", "a"),
        Arguments.of(DECLARED, "variables: [\n", ""));
  }

  @ParameterizedTest
  @MethodSource("taken")
  void whereAnythingIsThereNothingIsPlanned(String file, String text, String message)
      throws Exception {
    Repository repository = new Repository(scratch).write(file, text);
    SortedMap<String, String> before = repository.everything();
    ComponentLayout layout = file.startsWith("components") ? OCELOT : GITLAB;
    assertThatThrownBy(() -> repository.plan("my-comp", layout))
        .isInstanceOf(ProblemException.class)
        .hasMessageContaining(message);
    assertThat(repository.everything()).isEqualTo(before);
  }

  @Test
  void theUsualLayoutIsTheOnlyOneThatIsThere() throws Exception {
    Repository repository = new Repository(scratch);
    assertThat(new NewComponent(repository.components()).usualLayout().id()).isEqualTo("ocelot");
    repository.write(JOBS, "");
    assertThat(new NewComponent(repository.components()).usualLayout().id()).isEqualTo("gitlab-ci");
    Files.createDirectories(repository.root.resolve("components"));
    assertThat(new NewComponent(repository.components()).usualLayout().id()).isEqualTo("ocelot");
  }
}
