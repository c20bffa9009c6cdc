package dev.ocelot.tag.script;

import dev.ocelot.problem.Location;
import dev.ocelot.problem.Problem;
import dev.ocelot.problem.ProblemException;
import dev.ocelot.problem.ProblemId;
import dev.ocelot.problem.Remedy;
import dev.ocelot.shell.Position;
import dev.ocelot.shell.ShellScript;
import dev.ocelot.shell.ShellText;
import dev.ocelot.tag.component.ComponentName;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** The text of a build script, and the call in it. */
public final class BuildScript {
  /** A call is there, but what it is given cannot be told without running the script. */
  public static final ProblemId CALL_NOT_STATIC = ProblemId.user("call-not-static");

  /** A call is there, but it is not one for this component, or there are two that differ. */
  public static final ProblemId CALL_INVALID = ProblemId.user("call-invalid");

  /** What {@link #SHELL_LINE} finds out slowly. */
  private static final Set<String> USUAL_LINES =
      Set.of("#!/usr/bin/env bash", "#!/bin/bash", "#!/bin/sh", "#!/bin/bash -e", "#!/bin/sh -e");

  /** Not compiled before it is needed: nearly every script has one of the usual lines. */
  private static final String SHELL_LINE =
      "#![^\\n]*\\b(sh|bash|dash|ash|ksh|mksh|zsh|busybox)\\b[^\\n]*";

  private final String path;
  private final ShellText text;

  private BuildScript(String path, ShellText text) {
    this.path = path;
    this.text = text;
  }

  /**
   * A script.
   *
   * @param path relative to the root, for messages
   * @param bytes the whole file
   * @return the script
   */
  public static BuildScript of(String path, byte[] bytes) {
    return new BuildScript(path, ShellText.of(bytes));
  }

  /**
   * Whether any line ends in CR LF, which shells take for a part of the line's last word.
   *
   * @return true for at least one
   */
  public boolean crlf() {
    return text.crlf();
  }

  /**
   * Whether the script is for a shell and names the function anywhere, be it in a comment.
   *
   * @return false when it certainly makes no call
   */
  public boolean namesCall() {
    String chars = text.chars();
    return isForShell(chars)
        && (chars.contains(TagCall.FUNCTION) || withoutQuoting(chars).contains(TagCall.FUNCTION));
  }

  /** A shell joins lines and takes quotes away before it looks at a word. */
  private static String withoutQuoting(String chars) {
    return chars.replace("\\\n", "").replace("\\", "").replace("'", "").replace("\"", "");
  }

  private static boolean isForShell(String chars) {
    if (!chars.startsWith("#!")) {
      return true;
    }
    int end = chars.indexOf('\n');
    String line = end < 0 ? chars : chars.substring(0, end);
    return USUAL_LINES.contains(line) || Pattern.matches(SHELL_LINE, line);
  }

  /**
   * The commands of the script.
   *
   * @return what could be read of them
   */
  public ShellScript commands() {
    return ShellScript.parse(text);
  }

  /**
   * The call that decides: the first.
   *
   * @param component whose script this is
   * @return the call; empty when the script makes none
   * @throws ProblemException {@code call-not-static} at the word that cannot be told; {@code
   *     call-invalid} for another component's variable, none, or a second call that is not the same
   */
  public Optional<TagCall> call(ComponentName component) {
    if (!namesCall()) {
      return Optional.empty();
    }
    ShellScript script = commands();
    List<Occurrence> found = new ArrayList<>();
    new CallWalk(new Variables(), Flow.CERTAIN, found).walk(script.statements());
    if (found.isEmpty()) {
      script.error().ifPresent(this::throwUnreadable);
      return Optional.empty();
    }
    if (found.get(0) instanceof Occurrence.Unknown unknown) {
      throw notStatic(unknown.why(), unknown.position());
    }
    Occurrence.Known first = (Occurrence.Known) found.get(0);
    if (first.words().isEmpty()) {
      throw otherVariable("nothing", component, at(first.position()));
    }
    if (!first.words().get(0).text().equals(component.variable())) {
      Occurrence.Word word = first.words().get(0);
      throw otherVariable(word.text(), component, at(word.position()));
    }
    found.subList(1, found.size()).forEach(later -> requireSame(first, later));
    return Optional.of(call(first));
  }

  private TagCall call(Occurrence.Known occurrence) {
    List<TagCall.CallInput> inputs = new ArrayList<>();
    for (Occurrence.Word word : occurrence.words().subList(1, occurrence.words().size())) {
      if (!text.utf8() && word.text().indexOf('\uFFFD') >= 0) {
        throw notStatic("the word is not valid UTF-8", word.position());
      }
      inputs.add(new TagCall.CallInput(word.text(), at(word.position())));
    }
    return new TagCall(occurrence.words().get(0).text(), inputs, at(occurrence.position()));
  }

  /**
   * Makes sure that a call is one for a component.
   *
   * @throws ProblemException {@code call-invalid} when it checks another component's variable
   */
  static void requireVariable(TagCall call, ComponentName component) {
    if (!call.variable().equals(component.variable())) {
      throw otherVariable(call.variable(), component, call.location());
    }
  }

  private static ProblemException otherVariable(
      String variable, ComponentName component, Location where) {
    return new ProblemException(
        Problem.error(
                CALL_INVALID,
                "the script of component " + component + " does not check the component's variable")
            .at(where)
            .comparing(variable, component.variable())
            .withRemedy(
                Remedy.advice("Write " + TagCall.FUNCTION + " \"" + component.variable() + "\"")));
  }

  private void requireSame(Occurrence.Known first, Occurrence later) {
    if (later instanceof Occurrence.Known known && known.texts().equals(first.texts())) {
      return;
    }
    String got =
        later instanceof Occurrence.Known known
            ? String.join(" ", known.texts())
            : "a call that cannot be told from the script alone";
    throw new ProblemException(
        Problem.error(CALL_INVALID, "a second call is not the same as the one before it")
            .at(at(later.position()))
            .comparing(got, String.join(" ", first.texts()))
            .withRemedy(Remedy.advice("Keep one of the calls")));
  }

  private void throwUnreadable(ShellScript.SyntaxError error) {
    throw notStatic("the script cannot be read: " + error.message(), error.position());
  }

  private ProblemException notStatic(String why, Position position) {
    return notStatic(path, why, at(position));
  }

  static ProblemException notStatic(String path, String why, Location where) {
    return new ProblemException(
        Problem.error(
                CALL_NOT_STATIC,
                "the call in " + path + " cannot be read without running it: " + why)
            .at(where)
            .withRemedy(
                Remedy.advice(
                    "Give the call plain words and literal arrays; or list the inputs in"
                        + " config/components.yaml with 'evaluation: declared'; or set"
                        + " 'evaluation: bash' there and run with"
                        + " -Docelot.allowHostScripts=true")));
  }

  private Location at(Position position) {
    return Location.of(path, position.line(), position.column());
  }
}
