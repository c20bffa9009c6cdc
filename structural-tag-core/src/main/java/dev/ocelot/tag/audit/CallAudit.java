package dev.ocelot.tag.audit;

import dev.ocelot.problem.Location;
import dev.ocelot.shell.Position;
import dev.ocelot.shell.ShellCommand;
import dev.ocelot.shell.ShellScript.SyntaxError;
import dev.ocelot.shell.Statement;
import dev.ocelot.tag.component.GitLabCiLayout;
import dev.ocelot.tag.script.TagCall;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The rules about the call of a build script: is it there, does it run, is it for this script. */
final class CallAudit {
  private final ScriptText text;
  private final Findings findings;

  CallAudit(ScriptText text, Findings findings) {
    this.text = text;
    this.findings = findings;
  }

  void run() {
    text.script().error().ifPresent(this::unread);
    Calls calls = new Calls();
    calls.statements(text.script().statements());
    boolean older = text.component().layout() instanceof GitLabCiLayout;
    if (calls.found.isEmpty()) {
      // with the folder as the component, or with inputs that are listed, a call is not needed
      boolean needed = older && !text.component().settings().inputsDeclared();
      if (needed && text.script().error().isEmpty()) {
        missing();
      }
      return;
    }
    calls.found.forEach(this::variable);
    Position end = firstEnd();
    for (Calls.Call call : calls.found) {
      if (!call.function().isEmpty() && !calls.named.contains(call.function())) {
        unreached(call, "it stands in the function " + call.function() + ", which is never called");
      } else if (end != null && call.function().isEmpty() && isBefore(end, call.position())) {
        unreached(call, "the script ends at line " + end.line());
      }
    }
    if (older) {
      errexit(calls.found.get(0), calls.errexit);
    }
  }

  private void unread(SyntaxError error) {
    findings.add(
        Finding.of(
                AuditRule.SCRIPT_UNREAD,
                text.name(),
                "the script cannot be read beyond this place: " + error.message(),
                text.at(error.position()))
            .withAdvice("Mend the script, if the shell complains too"));
  }

  private void missing() {
    String variable = text.component().name().variable();
    findings.add(
        Finding.of(
                AuditRule.CALL_MISSING,
                text.name(),
                text.component().script() + " never checks " + variable,
                Location.of(text.component().script()))
            .withAdvice("Call " + TagCall.FUNCTION + " \"" + variable + "\" near its top"));
  }

  private void variable(Calls.Call call) {
    String variable = text.component().name().variable();
    String given =
        call.command().words().size() < 2
            ? "nothing"
            : call.command().words().get(1).literal().orElse(variable);
    if (!given.equals(variable)) {
      findings.add(
          Finding.of(
                  AuditRule.CALL_VARIABLE_MISMATCH,
                  text.name(),
                  "the build script of " + text.name() + " checks the tag of another component",
                  text.at(call.position()))
              .comparing(given, variable)
              .withAdvice("Write " + variable));
    }
  }

  private void unreached(Calls.Call call, String why) {
    findings.add(
        Finding.of(
                AuditRule.CALL_UNREACHED,
                text.name(),
                "the call is never reached: " + why,
                text.at(call.position()))
            .withAdvice("Move the call to the top of the script"));
  }

  private void errexit(Calls.Call first, @Nullable Position errexit) {
    boolean shebang = !text.lines().isEmpty() && text.lines().get(0).matches("#!.*\\s-\\w*e.*");
    if (shebang || (errexit != null && isBefore(errexit, first.position()))) {
      return;
    }
    findings.add(
        Finding.of(
                AuditRule.CALL_BEFORE_ERREXIT,
                text.name(),
                "the call stands before 'set -e': functions that rely on it let a wrong tag pass"
                    + " unless the calling script sets it",
                text.at(first.position()))
            .withAdvice("Move 'set -e' above the call"));
  }

  private static boolean isBefore(Position a, Position b) {
    return a.line() < b.line() || (a.line() == b.line() && a.column() < b.column());
  }

  /** Where the script ends for sure: a plain exit, return or exec at its top. */
  private @Nullable Position firstEnd() {
    for (Statement statement : text.script().statements()) {
      if (statement.pipelines().size() == 1
          && !statement.background()
          && statement.pipelines().get(0).commands().size() == 1
          && statement.pipelines().get(0).commands().get(0) instanceof ShellCommand.Simple simple
          && ends(simple)) {
        return simple.position();
      }
    }
    return null;
  }

  private static boolean ends(ShellCommand.Simple simple) {
    return switch (ScriptVisitor.nameOf(simple)) {
      case "exit", "return" -> true;
      case "exec" -> simple.words().size() > 1;
      default -> false;
    };
  }

  /** Finds the calls, the commands that are named anywhere, and the first {@code set -e}. */
  private static final class Calls extends ScriptVisitor {
    private record Call(ShellCommand.Simple command, String function) {
      Position position() {
        return command.position();
      }
    }

    private final List<Call> found = new ArrayList<>();
    private final Set<String> named = new HashSet<>();
    private @Nullable Position errexit;
    private String function = "";

    @Override
    void function(ShellCommand.Function inner) {
      String outer = function;
      function = outer.isEmpty() ? inner.name() : outer;
      super.function(inner);
      function = outer;
    }

    @Override
    void simple(ShellCommand.Simple simple) {
      String name = nameOf(simple);
      // a function may also be run by way of trap, time, xargs and the like
      simple.words().forEach(word -> word.literal().ifPresent(named::add));
      if (name.equals(TagCall.FUNCTION)) {
        found.add(new Call(simple, function));
      } else if (name.equals("set") && errexit == null && setsErrexit(simple)) {
        errexit = simple.position();
      }
      super.simple(simple);
    }

    private static boolean setsErrexit(ShellCommand.Simple set) {
      List<String> words = set.words().stream().map(word -> word.literal().orElse("")).toList();
      for (int i = 1; i < words.size(); i++) {
        if (words.get(i).matches("-[A-Za-z]*e[A-Za-z]*")
            || (words.get(i).equals("errexit") && words.get(i - 1).matches("-[A-Za-z]*o"))) {
          return true;
        }
      }
      return false;
    }
  }
}
