package dev.ocelot.tag.audit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ocelot.problem.Location;
import dev.ocelot.shell.Position;
import dev.ocelot.tag.component.Component;
import dev.ocelot.tag.component.ComponentName;
import dev.ocelot.tag.component.ComponentSettings;
import dev.ocelot.tag.component.Evaluation;
import dev.ocelot.tag.component.OcelotLayout;
import dev.ocelot.yaml.YamlMap;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class EnvironmentAuditTest {

  static Stream<Arguments> scripts() {
    return Stream.of(
        uses("", "A=1\necho $A \"${A}\"\n"),
        uses("A@1", "echo $A\n"),
        uses("A@1", "echo $A\nA=1\n"),
        uses("A@1", "echo \"${A:-4}\"\n"),
        uses("A@1", "A=${A:-4}\n"),
        uses("A@1", "A=$A:x\necho $A\n"),
        uses("A@1", ": \"${A:=4}\"\necho $A\n"),
        uses("A@1 B@1", "cat <<EOF\n$A\n${B}\nEOF\n"),
        uses("", "cat <<'EOF'\n$A\nEOF\n"),
        uses("", "echo '$A' \\$A\n"),
        uses("A@1", "echo $(echo $A) `echo $A`\n"),
        uses("", "for A in 1 2; do echo $A; done\n"),
        uses("B@1", "for A in $B; do echo $A; done\n"),
        uses("A@1", "[ -n \"$A\" ] && x\n"),
        uses("A@1", "[[ -z \"${A:-}\" ]] && x\n"),
        uses("A@1", "case \"$A\" in x) B=1;; esac; echo $B\n"),
        uses("", "read -r A B\necho $A $B\n"),
        uses("", "mapfile -t A < x\necho \"${A[@]}\"\n"),
        uses("", "export A=1 B\necho $A\n"),
        uses("A@1", "export \"$A\"\n"),
        uses("", "local A B=2\necho $A $B\n"),
        uses("", "printf -v A %s x\necho $A\n"),
        uses("A@1", "A=1 make $A\n"),
        uses("A@2", "A=1 make\necho $A\n"),
        uses("", "f() { echo $A; }\nA=1\nf\n"),
        uses("A@1", "f() { echo $A; }\nf\n"),
        uses("A@1", "echo $((A + 1)) $((0x1F))\n"),
        uses("A@1", "ARR=(\"$A\" b)\necho \"${ARR[0]}\"\n"),
        uses("A@1", "make > $A\n"),
        uses("", "echo $1 $@ \"$*\" $# $? $$ $!\n"),
        uses("", "echo $PWD $HOME $PATH $BASH_SOURCE $OCELOT_WORK_DIR $ALPHA_TAG\n"),
        uses("", "while read -r l; do echo $l; done < x\n"),
        uses("", "while getopts ab OPT; do echo $OPT $OPTARG; done\n"));
  }

  private static Arguments uses(String expected, String script) {
    return Arguments.of(expected, script);
  }

  @ParameterizedTest
  @MethodSource("scripts")
  void fromTheEnvironment(String expected, String script) {
    ScriptText text = ScriptFindings.text(new OcelotLayout(), script);
    VariableUse use = new VariableUse();
    use.statements(text.script().statements());
    Map<String, Position> found = new TreeMap<>(use.fromEnvironment());
    found.keySet().removeIf(name -> name.length() > 1); // those of the shell
    String brief =
        found.entrySet().stream()
            .map(entry -> entry.getKey() + "@" + entry.getValue().line())
            .collect(Collectors.joining(" "));
    assertThat(brief).isEqualTo(expected);
  }

  @Test
  void oneFindingNamesAllThatNobodyDeclared() {
    ComponentSettings settings =
        new ComponentSettings(
            List.of(), false, Evaluation.STATIC, List.of("DECLARED"), YamlMap.EMPTY, Location.NONE);
    Component component =
        new Component(
            new ComponentName("alpha"), new OcelotLayout(), "components/alpha/build.sh", settings);
    String script =
        """
        echo $ZED $DECLARED $ALPHA_TAG $OCELOT_TRIPLE $ARTIFACTS_DIR $SOURCE_DATE_EPOCH
        echo $HOME $TMPDIR $BASH_VERSION $LINENO $BETA_TAG $ZED
        """;
    Findings findings = new Findings();
    new EnvironmentAudit(
            ScriptText.of(component, script.getBytes(StandardCharsets.UTF_8)), findings)
        .run();
    assertThat(findings.sorted())
        .singleElement()
        .satisfies(
            finding ->
                assertThat(finding.message())
                    .isEqualTo(
                        "the build depends on variables that its tag does not know:"
                            + " BETA_TAG (line 2), ZED (line 1)"));
  }
}
