package dev.ocelot.tag.audit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ocelot.tag.component.ComponentLayout;
import dev.ocelot.tag.component.GitLabCiLayout;
import dev.ocelot.tag.component.OcelotLayout;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class CallAuditTest {
  private static final String CALL = "ci_tag_build_time_check \"ALPHA_TAG\"\n";

  static Stream<Arguments> scripts() {
    return Stream.of(
        script("", "set -uex\n" + CALL),
        script("", "set -o errexit\n" + CALL),
        script("", "set -euo pipefail\n" + CALL),
        script("", "#!/bin/sh -eu\n" + CALL),
        script("", "#!/bin/bash\nset +x -e\n" + CALL),
        script("", "set -e\nif true; then\n  " + CALL + "fi\n"),
        script("", "set -e\ncheck() {\n  " + CALL + "}\ncheck\n"),
        script("", "set -e\ncheck() {\n  " + CALL + "}\ntrap check EXIT\n"),
        script("", "set -e\n[ -n \"$A\" ] || exit 1\n" + CALL),
        script("", "set -e\nif x; then exit 1; fi\n" + CALL),
        script("", "set -e\nexec 2>log\n" + CALL),
        script("", "set -e\n(exit 3)\n" + CALL),
        script("", "set -e\nci_tag_build_time_check \"${NAME}_TAG\"\n"),
        script("call-before-errexit 2:1", "# x\n" + CALL + "set -uex\n"),
        script("call-before-errexit 1:1", CALL + "make\n"),
        script("call-before-errexit 2:1", "set -x +e\n" + CALL),
        script("call-missing", "set -e\nmake\n"),
        script("call-missing", "set -e\n# " + CALL),
        script("call-missing", "set -e\necho '" + CALL + "'\n"),
        script("call-missing", "cat <<EOF\n" + CALL + "EOF\n"),
        script("call-variable-mismatch 2:1", "set -e\nci_tag_build_time_check BETA_TAG\n"),
        script("call-variable-mismatch 2:1", "set -e\nci_tag_build_time_check\n"),
        script("call-unreached 3:3", "set -e\ncheck() {\n  " + CALL + "}\nmake\n"),
        script("call-unreached 3:1", "set -e\nexit 0\n" + CALL),
        script("call-unreached 3:1", "set -e\nexec make \"$@\"\n" + CALL),
        script("call-unreached 3:1", "set -e\nreturn\n" + CALL),
        script("script-unread 3:6", "set -e\n" + CALL + "echo 'open\n"),
        script("script-unread 2:6", "set -e\necho 'open\n" + CALL));
  }

  private static Arguments script(String expected, String script) {
    return Arguments.of(expected, script);
  }

  @ParameterizedTest
  @MethodSource("scripts")
  void gitLabScripts(String expected, String script) {
    assertThat(ScriptFindings.brief(find(new GitLabCiLayout(), script))).isEqualTo(expected);
  }

  @Test
  void aCrLfScriptIsReadLikeAnother() {
    assertThat(find(new GitLabCiLayout(), ("set -e\n" + CALL).replace("\n", "\r\n"))).isEmpty();
  }

  @Test
  void whereTheFolderIsTheComponentACallIsNotNeeded() {
    assertThat(find(new OcelotLayout(), "make\n")).isEmpty();
    assertThat(find(new OcelotLayout(), ". \"$OCELOT_TAG_FUNCTIONS\"\n" + CALL)).isEmpty();
    assertThat(ScriptFindings.brief(find(new OcelotLayout(), "exit\n" + CALL)))
        .isEqualTo("call-unreached 2:1");
  }

  @Test
  void theTextSaysWhatToDo() {
    Finding finding = find(new GitLabCiLayout(), "set -e\nci_tag_build_time_check B_TAG\n").get(0);
    assertThat(finding.toProblem())
        .hasToString(
            "call-variable-mismatch: .gitlab-ci/container/build-alpha.sh:2:1: the build script of"
                + " alpha checks the tag of another component (got B_TAG, expected ALPHA_TAG)");
    assertThat(finding.toProblem().isError()).isTrue();
  }

  private static List<Finding> find(ComponentLayout layout, String script) {
    return ScriptFindings.of(layout, script, (text, into) -> new CallAudit(text, into).run());
  }
}
