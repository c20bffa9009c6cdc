package dev.ocelot.tag.audit;

import dev.ocelot.problem.Location;
import dev.ocelot.shell.Position;
import dev.ocelot.tag.component.Component;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * The rule about the environment: values that a script takes from there shape what is built, but do
 * not enter its tag. One finding names all variables of a script.
 */
final class EnvironmentAudit {
  /** What shells and logins set, and what says nothing about the build. */
  private static final Set<String> OF_THE_SHELL =
      Set.of(
          "PWD",
          "OLDPWD",
          "HOME",
          "PATH",
          "SHELL",
          "USER",
          "LOGNAME",
          "UID",
          "EUID",
          "PPID",
          "IFS",
          "RANDOM",
          "SRANDOM",
          "SECONDS",
          "LINENO",
          "HOSTNAME",
          "HOSTTYPE",
          "MACHTYPE",
          "OSTYPE",
          "OPTARG",
          "OPTIND",
          "OPTERR",
          "REPLY",
          "FUNCNAME",
          "PIPESTATUS",
          "DIRSTACK",
          "GROUPS",
          "TERM",
          "TMPDIR",
          "SHLVL",
          "EPOCHSECONDS",
          "EPOCHREALTIME",
          "COLUMNS",
          "LINES",
          "MAPFILE",
          "COPROC",
          "PS1",
          "PS2",
          "PS4",
          "_");

  /** What every build is given, with the same value for the same inputs. */
  private static final Set<String> OF_THE_BUILD =
      Set.of("ARTIFACTS_DIR", "SOURCE_DATE_EPOCH", "LC_ALL", "TZ");

  private final ScriptText text;
  private final Findings findings;

  EnvironmentAudit(ScriptText text, Findings findings) {
    this.text = text;
    this.findings = findings;
  }

  void run() {
    VariableUse use = new VariableUse();
    use.statements(text.script().statements());
    Map<String, Position> found = new TreeMap<>();
    use.fromEnvironment()
        .forEach(
            (name, position) -> {
              if (!isKnown(name)) {
                found.put(name, position);
              }
            });
    if (found.isEmpty()) {
      return;
    }
    Component component = text.component();
    String names =
        found.entrySet().stream()
            .map(entry -> entry.getKey() + " (line " + entry.getValue().line() + ")")
            .collect(Collectors.joining(", "));
    findings.add(
        Finding.of(
                AuditRule.ENVIRONMENT_UNDECLARED,
                component.name().text(),
                "the build depends on variables that its tag does not know: " + names,
                Location.of(component.script()))
            .withAdvice(
                "List those that shape the outcome in config/components.yaml, as 'environment' of "
                    + component.name()
                    + ", or set them in the script"));
  }

  private boolean isKnown(String name) {
    return OF_THE_SHELL.contains(name)
        || OF_THE_BUILD.contains(name)
        || name.startsWith("OCELOT_")
        || name.startsWith("BASH")
        || name.startsWith("COMP_")
        || name.equals(text.component().name().variable())
        || text.component().settings().environment().contains(name);
  }
}
