package dev.ocelot.tag.audit;

import dev.ocelot.shell.Position;
import dev.ocelot.shell.ShellCommand;
import dev.ocelot.shell.ShellCommand.Redirection;
import dev.ocelot.shell.ShellWord;
import dev.ocelot.shell.ShellWord.Assignment;
import dev.ocelot.shell.WordPart;
import dev.ocelot.tag.component.RepositoryRoot;
import dev.ocelot.tag.script.TagCall;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * The rule about undeclared inputs: what a script reads from the repository, as far as its words
 * tell, must enter its tag.
 */
final class InputAudit extends ScriptVisitor {
  /** Commands whose arguments are no files that they read, or are looked at elsewhere. */
  private static final Set<String> NOT_READING =
      Set.of(
          "",
          "[",
          "test",
          "echo",
          "printf",
          "rm",
          "rmdir",
          "mkdir",
          "touch",
          "chmod",
          "chown",
          "cd",
          "pushd",
          "popd",
          "set",
          "unset",
          "trap",
          ":",
          "true",
          "false",
          "exit",
          "return",
          "read",
          "export",
          "local",
          "declare",
          "typeset",
          "readonly",
          "alias",
          "command",
          "section_start",
          "section_end",
          "section_switch",
          "uncollapsed_section_switch",
          TagCall.FUNCTION);

  private static final Set<String> DECLARING =
      Set.of("export", "readonly", "declare", "typeset", "local");

  /** After so many commands, loops are no longer followed word by word. */
  private static final int PATIENCE = 10_000;

  private final RepositoryRoot root;
  private final ScriptText text;
  private final List<String> inputs;
  private final Findings findings;
  private final Set<String> seen = new HashSet<>();
  private PathValues values;
  private int commands;

  /**
   * The rule for one script.
   *
   * @param inputs what enters the tag besides the script, relative to the root
   */
  InputAudit(RepositoryRoot root, ScriptText text, List<String> inputs, Findings findings) {
    this.root = root;
    this.text = text;
    this.inputs = inputs;
    this.findings = findings;
    this.values = new PathValues(text.component().script());
  }

  void run() {
    statements(text.script().statements());
  }

  @Override
  void group(ShellCommand.Group group) {
    PathValues outer = values;
    if (group.subshell()) {
      values = outer.copy();
    }
    super.group(group);
    values = outer;
  }

  @Override
  void function(ShellCommand.Function function) {
    PathValues outer = values;
    values = outer.copy();
    super.function(function);
    values = outer;
  }

  @Override
  void branching(ShellCommand.Branching branching) {
    boolean loop = branching.keyword().equals("for") && !branching.variable().isEmpty();
    if (!loop || branching.words().isEmpty()) {
      super.branching(branching);
      return;
    }
    branching.words().forEach(this::word);
    for (ShellWord word : branching.words()) {
      if (commands < PATIENCE) {
        values.set(branching.variable(), values.text(word));
        branching.bodies().forEach(this::statements);
      }
    }
  }

  @Override
  void part(WordPart part, Position position) {
    PathValues outer = values;
    if (part instanceof WordPart.Substitution) {
      values = outer.copy();
    }
    super.part(part, position);
    values = outer;
  }

  @Override
  void assignment(Assignment assignment) {
    super.assignment(assignment);
    String value = values.text(assignment.value());
    boolean whole = !assignment.append() && !assignment.indexed();
    values.set(assignment.name(), whole ? value : String.valueOf(PathText.UNKNOWN));
  }

  @Override
  void simple(ShellCommand.Simple simple) {
    commands++;
    String name = nameOf(simple);
    if (simple.words().isEmpty()) {
      simple.assignments().forEach(this::assignment);
      return;
    }
    super.simple(simple);
    List<ShellWord> arguments = simple.words().subList(1, simple.words().size());
    switch (name) {
      case "cd", "pushd", "popd" -> values.move(name, arguments);
      case "git" -> git(arguments);
      default -> {
        if (DECLARING.contains(name)) {
          arguments.forEach(argument -> argument.assignment().ifPresent(this::assignment));
        } else if (!NOT_READING.contains(name)) {
          simple.words().forEach(this::read);
        }
      }
    }
  }

  private void git(List<ShellWord> arguments) {
    boolean reads = arguments.stream().anyMatch(word -> word.isBare("apply") || word.isBare("am"));
    if (reads) {
      arguments.forEach(this::read);
    }
  }

  @Override
  void redirection(Redirection redirection) {
    super.redirection(redirection);
    if (redirection.operator().equals("<")) {
      read(redirection.target());
    }
  }

  private void read(ShellWord word) {
    for (PathText.Place place : PathText.places(values.text(word), values.current())) {
      if (isUndeclared(place) && seen.add(place.path())) {
        report(place, word.position());
      }
    }
  }

  private boolean isUndeclared(PathText.Place place) {
    String path = place.path();
    if (path.equals(text.component().script()) || inputs.contains(path)) {
      return false;
    }
    try {
      if (Files.isRegularFile(root.resolve(path))) {
        // a bare name is more often a word than a file
        return !place.folder() && (place.certain() || path.indexOf('/') > 0);
      }
      boolean specific = place.certain() || (place.folder() && path.indexOf('/') > 0);
      return specific
          && Files.isDirectory(root.resolve(path))
          && !text.component().script().startsWith(path + "/")
          && inputs.stream().noneMatch(input -> input.startsWith(path + "/"));
    } catch (InvalidPathException | dev.ocelot.problem.ProblemException noPath) {
      return false;
    }
  }

  private void report(PathText.Place place, Position position) {
    boolean folder = Files.isDirectory(root.resolve(place.path()));
    Finding finding =
        Finding.of(
            AuditRule.INPUT_UNDECLARED,
            text.name(),
            "the script reads "
                + (folder ? "from the folder " : "")
                + place.path()
                + ", which does not enter the tag of "
                + text.name(),
            text.at(position));
    findings.add(
        finding.withAdvice(
            folder
                ? "Add the files that it reads to the call of " + TagCall.FUNCTION
                : "Add \"" + place.path() + "\" to the call of " + TagCall.FUNCTION));
  }
}
