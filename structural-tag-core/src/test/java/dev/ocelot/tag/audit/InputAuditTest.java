package dev.ocelot.tag.audit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ocelot.problem.Remedy;
import dev.ocelot.tag.component.GitLabCiLayout;
import dev.ocelot.tag.component.OcelotLayout;
import dev.ocelot.tag.component.RepositoryRoot;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class InputAuditTest {
  @TempDir Path folder;

  @BeforeEach
  void repository() throws Exception {
    for (String file :
        List.of(
            ".gitlab-ci/a.diff",
            ".gitlab-ci/p/1.patch",
            ".gitlab-ci/p/2.patch",
            ".gitlab-ci/declared.diff",
            ".gitlab-ci/container/other.sh",
            "include/x.h",
            "meson.build",
            "tests/run.sh",
            "components/alpha/lib/x.sh")) {
      Files.createDirectories(folder.resolve(file).getParent());
      Files.writeString(folder.resolve(file), file);
    }
  }

  static Stream<Arguments> reads() {
    return Stream.of(
        reads(".gitlab-ci/a.diff@1:8", "patch <.gitlab-ci/a.diff\n"),
        reads(".gitlab-ci/a.diff@1:16", "patch -p1 -i   .gitlab-ci/a.diff\n"),
        reads(".gitlab-ci/a.diff@1:7", "patch --input=.gitlab-ci/a.diff\n"),
        reads(".gitlab-ci/a.diff@2:12", "pushd /x\npatch -p1 <$OLDPWD/.gitlab-ci/a.diff\n"),
        reads(".gitlab-ci/a.diff@2:8", "cd /x\npatch <\"$CI_PROJECT_DIR/.gitlab-ci/a.diff\"\n"),
        reads(".gitlab-ci/a.diff@3:8", "R=$PWD\ncd /x\npatch <\"$R/.gitlab-ci/a.diff\"\n"),
        reads(".gitlab-ci/a.diff@3:8", "R=$(pwd)\ncd /x\npatch <\"${R}/.gitlab-ci/a.diff\"\n"),
        reads(".gitlab-ci/a.diff@2:8", "cd /x\npatch <\"$WHERE/.gitlab-ci/a.diff\"\n"),
        reads(".gitlab-ci/a.diff@1:11", "git apply .gitlab-ci/a.diff\n"),
        reads(".gitlab-ci/a.diff@1:14", "git -C x am <.gitlab-ci/a.diff\n"),
        reads(".gitlab-ci/container/other.sh@1:3", ". .gitlab-ci/container/other.sh\n"),
        reads(".gitlab-ci/container/other.sh@1:8", "source .gitlab-ci/container/other.sh\n"),
        reads(".gitlab-ci/container/other.sh@1:6", "bash .gitlab-ci/container/other.sh -x\n"),
        reads(".gitlab-ci/container/other.sh@1:1", ".gitlab-ci/container/other.sh\n"),
        reads("tests/run.sh@1:4", "cp tests/run.sh /x\n"),
        reads("tests/run.sh@2:4", "cd tests\ncp ../tests/run.sh /x\n"),
        reads("tests/run.sh@3:4", "pushd /x\npopd\ncp tests/run.sh /x\n"),
        reads("tests/run.sh@3:4", "pushd /x\ncd \"$OLDPWD\"\ncp tests/run.sh /x\n"),
        reads("tests/run.sh@2:4", "(cd /x && make)\ncp tests/run.sh /x\n"),
        reads("tests/run.sh@2:4", "X=$(cd /x && pwd)\ncp tests/run.sh /x\n"),
        reads(".gitlab-ci/a.diff@1:12", "echo $(cat .gitlab-ci/a.diff)\n"),
        reads("include@2:7", "S=\"$PWD\"\ncmake -DINC=\"$S/include\" ..\n"),
        reads(".gitlab-ci/p@1:8", "git am .gitlab-ci/p/*.patch\n"),
        reads(".gitlab-ci/p@1:28", "for p in $LIST; do patch < .gitlab-ci/p/$p; done\n"),
        reads(
            ".gitlab-ci/p/1.patch@2:28 .gitlab-ci/p/2.patch@2:28",
            "D=.gitlab-ci/p\nfor p in 1 2; do git apply \"$D/$p.patch\"; done\n"));
  }

  private static Arguments reads(String expected, String script) {
    return Arguments.of(expected, script);
  }

  @ParameterizedTest
  @MethodSource("reads")
  void whatIsReadIsFound(String expected, String script) {
    assertThat(brief(find(script))).isEqualTo(expected);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "patch <.gitlab-ci/declared.diff\n",
        "patch <./.gitlab-ci/../.gitlab-ci//declared.diff\n",
        "bash .gitlab-ci/container/build-alpha.sh\n",
        "cat meson.build\n",
        "cd /x\ncp tests/run.sh /y\n",
        "pushd /x\ncp tests/run.sh /y\n",
        "git clone x include\n",
        "git checkout tests/run.sh\n",
        "git add .gitlab-ci/a.diff\n",
        "rm .gitlab-ci/a.diff\n",
        "mkdir -p include tests/run.sh\n",
        "echo .gitlab-ci/a.diff\n",
        "make > tests/run.sh\n",
        "[ -f .gitlab-ci/a.diff ]\n",
        "[[ -f .gitlab-ci/a.diff ]]\n",
        "cat <<EOF\n.gitlab-ci/a.diff\nEOF\n",
        "# patch <.gitlab-ci/a.diff\n",
        "ninja -C build tests\n",
        "cp -R include /x\n",
        "cat /etc/tests/run.sh\n",
        "cat ../tests/run.sh\n",
        "cat $PWD\n",
        "cp missing/file /x\n",
        "cat \"$UNKNOWN/tests/run.sh\"\n",
        "cat ~/tests/run.sh\n",
        "ci_tag_build_time_check ALPHA_TAG .gitlab-ci/a.diff\n",
        "DIR=$(dirname \"$0\")\nls \"$DIR\"\n"
      })
  void whatIsNotReadIsNot(String script) {
    assertThat(find(script)).isEmpty();
  }

  @Test
  void aFileIsReportedOnce() {
    assertThat(brief(find("cat .gitlab-ci/a.diff\ncat .gitlab-ci/a.diff\n")))
        .isEqualTo(".gitlab-ci/a.diff@1:5");
  }

  @Test
  void loopsInLoopsEnd() {
    String words = "1 2 3 4 5 6 7 8 9 10 11 12 13 14 15 16 17 18 19 20";
    String script = "cat .gitlab-ci/a.diff\n";
    for (int i = 0; i < 12; i++) {
      script = "for v" + i + " in " + words + "; do\n" + script + "done\n";
    }
    assertThat(brief(find(script))).isEqualTo(".gitlab-ci/a.diff@13:5");
  }

  @Test
  void aFileOfTheOwnFolderIsFoundByWayOfTheScript() {
    ScriptText text =
        ScriptFindings.text(
            new OcelotLayout(),
            "HERE=$(cd \"$(dirname \"$0\")\" && pwd)\n. \"$HERE/lib/x.sh\"\n. \"${0%/*}/lib/x.sh\"\n");
    Findings findings = new Findings();
    new InputAudit(RepositoryRoot.of(folder), text, List.of(), findings).run();
    assertThat(brief(findings.sorted())).isEqualTo("components/alpha/lib/x.sh@2:3");
  }

  @Test
  void theTextSaysWhatToAdd() {
    Finding finding = find("git apply .gitlab-ci/a.diff\n").get(0);
    assertThat(finding.message())
        .isEqualTo("the script reads .gitlab-ci/a.diff, which does not enter the tag of alpha");
    assertThat(finding.remedy())
        .isEqualTo(
            Remedy.advice("Add \".gitlab-ci/a.diff\" to the call of ci_tag_build_time_check"));
  }

  private List<Finding> find(String script) {
    return ScriptFindings.of(
        new GitLabCiLayout(),
        script,
        (text, into) ->
            new InputAudit(
                    RepositoryRoot.of(folder), text, List.of(".gitlab-ci/declared.diff"), into)
                .run());
  }

  private static String brief(List<Finding> findings) {
    return String.join(
        " ",
        findings.stream()
            .map(
                finding ->
                    finding.message().replaceAll("the script reads (from the folder )?|,.*", "")
                        + finding.location().toString().replaceAll("^[^:]*:", "@"))
            .toList());
  }
}
