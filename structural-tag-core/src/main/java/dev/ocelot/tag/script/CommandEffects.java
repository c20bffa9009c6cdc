package dev.ocelot.tag.script;

import dev.ocelot.shell.ShellCommand;
import dev.ocelot.shell.ShellWord;
import dev.ocelot.shell.WordPart;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** What one simple command does: it assigns, it calls the check, or it touches variables. */
final class CommandEffects {
  /** In a POSIX shell, what is assigned in front of these stays assigned. */
  private static final Set<String> SPECIAL =
      Set.of(
          ":",
          ".",
          "break",
          "continue",
          "eval",
          "exec",
          "exit",
          "export",
          "readonly",
          "return",
          "set",
          "shift",
          "source",
          "times",
          "trap",
          "unset");

  private static final Set<String> DECLARING =
      Set.of("declare", "typeset", "export", "readonly", "local");

  private static final Set<String> ASSIGNING =
      Set.of("read", "mapfile", "readarray", "unset", "getopts", "let");

  /** Commands that run what their words say, in this shell or with functions that it exported. */
  private static final Set<String> RUNNING =
      Set.of(
          "eval", "command", "builtin", "exec", "env", "trap", "alias", "bash", "sh", "dash", "ksh",
          "zsh", "busybox", "xargs", "timeout", "nohup", "nice", "sudo", "setsid");

  private static final Set<String> HARMLESS_FILES =
      Set.of("$OCELOT_TAG_FUNCTIONS", "${OCELOT_TAG_FUNCTIONS}");

  private static final Variables.Value NOTHING = Variables.Value.Known.array(List.of());

  private final Variables variables;
  private final Flow flow;
  private final List<Occurrence> found;
  private final WordExpander expander;

  CommandEffects(Variables variables, Flow flow, List<Occurrence> found) {
    this.variables = variables;
    this.flow = flow;
    this.found = found;
    this.expander = new WordExpander(variables);
  }

  void apply(ShellCommand.Simple command) {
    String name = commandName(command);
    for (ShellWord.Assignment assignment : command.assignments()) {
      if (command.words().isEmpty()) {
        assign(assignment, expander);
      } else if (SPECIAL.contains(name)) {
        lose(assignment.name(), "is assigned in front of '" + name + "' at " + command.position());
      }
    }
    if (name.equals(TagCall.FUNCTION)) {
      call(command);
    } else if (DECLARING.contains(name)) {
      new Declaration(this, new WordExpander(variables.copy()), command).apply(name);
    } else if (ASSIGNING.contains(name) || assignsByOption(command, name)) {
      loseNamed(command, name);
    } else if (name.equals("source") || name.equals(".") || name.equals("eval")) {
      runsHere(command, name);
    } else if (name.equals("trap")) {
      trap(command);
    }
    if (name.isEmpty() || RUNNING.contains(name)) {
      reportHidden(command, name);
    }
  }

  /** The command that is called; empty when there is none or it cannot be told. */
  private String commandName(ShellCommand.Simple command) {
    try {
      for (ShellWord word : command.words()) {
        List<String> fields = expander.fields(word);
        if (!fields.isEmpty()) {
          return fields.get(0);
        }
      }
    } catch (NotStaticException e) {
      return "";
    }
    return "";
  }

  private static boolean assignsByOption(ShellCommand.Simple command, String name) {
    String option = name.equals("printf") ? "-v" : name.equals("wait") ? "-p" : "";
    return !option.isEmpty()
        && command.words().stream().anyMatch(word -> word.raw().startsWith(option));
  }

  private void call(ShellCommand.Simple command) {
    if (!flow.isCertain()) {
      found.add(new Occurrence.Unknown("the call stands " + flow.why(), command.position()));
      return;
    }
    List<Occurrence.Word> words = new ArrayList<>();
    for (ShellWord word : command.words()) {
      try {
        for (String field : expander.fields(word)) {
          words.add(new Occurrence.Word(field, word.position()));
        }
      } catch (NotStaticException e) {
        found.add(
            new Occurrence.Unknown("the word " + word.raw() + " " + e.why(), word.position()));
        return;
      }
    }
    Occurrence.Word function = words.remove(0);
    found.add(new Occurrence.Known(words, function.position()));
  }

  /**
   * An assignment that stands alone, or behind a word that declares.
   *
   * @param words expands its right side: the words of a command are all expanded before it runs
   */
  void assign(ShellWord.Assignment assignment, WordExpander words) {
    if (flow.certainty() != Flow.Certainty.ONCE || assignment.indexed()) {
      lose(
          assignment.name(),
          "is assigned "
              + (assignment.indexed() ? "by index" : flow.why().isEmpty() ? "apart" : flow.why())
              + " at "
              + assignment.position());
      return;
    }
    try {
      variables.assign(assignment.name(), value(assignment, words), assignment.position());
    } catch (NotStaticException e) {
      lose(assignment.name(), "is assigned at " + assignment.position() + " from what " + e.why());
    }
  }

  private Variables.Value.Known value(ShellWord.Assignment assignment, WordExpander words)
      throws NotStaticException {
    Variables.Value old = variables.get(assignment.name());
    if (assignment.append() && old instanceof Variables.Value.Unknown unknown) {
      throw new NotStaticException("is added to a variable that " + unknown.why());
    }
    List<WordPart> parts = assignment.value();
    if (parts.size() == 1 && parts.get(0) instanceof WordPart.ArrayElements list) {
      return elements(assignment.append() ? old : NOTHING, list, words);
    }
    String text = words.text(parts);
    if (old instanceof Variables.Value.Unknown unknown) {
      return new Variables.Value.Known(List.of(text), false, !unknown.mayBeArray());
    }
    Variables.Value.Known known = (Variables.Value.Known) old;
    List<String> elements = new ArrayList<>(known.elements());
    String first = assignment.append() && !elements.isEmpty() ? elements.remove(0) : "";
    if (!assignment.append() && !elements.isEmpty()) {
      elements.remove(0);
    }
    elements.add(0, first + text);
    return new Variables.Value.Known(elements, known.array(), known.complete());
  }

  private static Variables.Value.Known elements(
      Variables.Value before, WordPart.ArrayElements list, WordExpander words)
      throws NotStaticException {
    List<String> elements = new ArrayList<>();
    if (before instanceof Variables.Value.Known known) {
      if (!known.complete()) {
        throw new NotStaticException("is added to a variable that may be an array");
      }
      elements.addAll(known.elements());
    }
    for (ShellWord element : list.elements()) {
      elements.addAll(words.fields(element));
    }
    return Variables.Value.Known.array(elements);
  }

  /** Something happens to a variable that cannot be followed. */
  void lose(String name, String why) {
    if (flow.certainty() == Flow.Certainty.IN_FUNCTION) {
      variables.loseForGood(name, why);
    } else {
      variables.lose(name, why);
    }
  }

  Variables variables() {
    return variables;
  }

  Flow flow() {
    return flow;
  }

  /** Every word that could be the name of a variable, of a command that assigns some of them. */
  private void loseNamed(ShellCommand.Simple command, String name) {
    String why = "is set by '" + name + "' at " + command.position();
    for (ShellWord word : command.words().subList(1, command.words().size())) {
      try {
        for (String field : expander.fields(word)) {
          names(field).forEach(variable -> lose(variable, why));
        }
      } catch (NotStaticException e) {
        loseAll(why);
      }
    }
  }

  private static List<String> names(String text) {
    List<String> names = new ArrayList<>();
    for (String piece : text.split("[^A-Za-z0-9_]+", -1)) {
      if (!piece.isEmpty()) {
        names.add(piece);
      }
    }
    return names;
  }

  void loseAll(String why) {
    if (flow.certainty() == Flow.Certainty.IN_FUNCTION) {
      variables.loseAllForGood(why);
    } else {
      variables.loseAll(why);
    }
  }

  private void runsHere(ShellCommand.Simple command, String name) {
    Optional<ShellWord> file =
        command.words().size() > 1 ? Optional.of(command.words().get(1)) : Optional.empty();
    boolean harmless =
        !name.equals("eval")
            && file.map(word -> HARMLESS_FILES.contains(word.raw().replace("\"", "")))
                .orElse(false);
    if (!harmless) {
      loseAll("may be changed by '" + name + "' at " + command.position());
    }
  }

  /** What a trap does may happen at any time, but for the one at the end. */
  private void trap(ShellCommand.Simple command) {
    List<ShellWord> words = command.words();
    boolean atEnd = words.size() == 3 && (words.get(2).isBare("EXIT") || words.get(2).isBare("0"));
    boolean assigns =
        words.size() > 1 && words.get(1).literal().map(action -> action.contains("=")).orElse(true);
    if (assigns && !atEnd) {
      variables.loseAllForGood("may be changed by the trap at " + command.position());
    }
  }

  /** A call that another command makes, or may make. */
  private void reportHidden(ShellCommand.Simple command, String name) {
    List<ShellWord> words = command.words();
    boolean asks =
        name.equals("command")
            && words.size() > 1
            && (words.get(1).isBare("-v") || words.get(1).isBare("-V"));
    for (ShellWord word : words) {
      boolean names =
          name.isEmpty()
              ? word.literal().map(TagCall.FUNCTION::equals).orElse(false)
              : word.raw().contains(TagCall.FUNCTION);
      if (!asks && names) {
        String by = name.isEmpty() ? words.get(0).raw() : name;
        found.add(new Occurrence.Unknown("the call is left to '" + by + "'", word.position()));
        return;
      }
    }
  }
}
