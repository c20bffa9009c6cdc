package dev.ocelot.tag.script;

import dev.ocelot.shell.ShellCommand;
import dev.ocelot.shell.ShellWord;
import dev.ocelot.shell.WordPart;
import java.util.List;
import java.util.Optional;

/** {@code declare}, {@code export} and their like, with options, names and assignments. */
final class Declaration {
  private static final String HARMLESS_OPTIONS = "arxg";

  private final CommandEffects effects;
  private final WordExpander expander;
  private final ShellCommand.Simple command;
  private boolean array;
  private boolean readOnly;
  private String changing = "";

  Declaration(CommandEffects effects, WordExpander expander, ShellCommand.Simple command) {
    this.effects = effects;
    this.expander = expander;
    this.command = command;
  }

  void apply(String name) {
    readOnly = name.equals("readonly");
    if (name.equals("local") && effects.flow().certainty() == Flow.Certainty.IN_FUNCTION) {
      local();
      return;
    }
    for (ShellWord word : command.words().subList(1, command.words().size())) {
      Optional<ShellWord.Assignment> assignment = word.assignment();
      if (assignment.isPresent()) {
        assign(name, assignment.get());
      } else {
        other(name, word);
      }
    }
  }

  /** Outside of the function nothing is changed, but through a reference. */
  private void local() {
    for (ShellWord word : command.words().subList(1, command.words().size())) {
      if (word.raw().startsWith("-") && word.raw().contains("n")) {
        referenced();
      }
    }
  }

  private void referenced() {
    effects
        .variables()
        .loseAllForGood("may be changed through a reference declared at " + command.position());
  }

  private void assign(String name, ShellWord.Assignment assignment) {
    String variable = assignment.name();
    boolean elements =
        assignment.value().size() == 1
            && assignment.value().get(0) instanceof WordPart.ArrayElements;
    if (!changing.isEmpty()) {
      effects.variables().loseForGood(variable, changing);
    } else if (name.equals("local") || (array && !elements)) {
      effects.lose(variable, "is declared in an unusual way at " + command.position());
    } else {
      effects.assign(assignment, expander);
    }
    if (readOnly) {
      effects.variables().makeReadOnly(variable);
    }
  }

  /** An option, a name without a value, or a word that gives one of these when it is expanded. */
  private void other(String name, ShellWord word) {
    List<String> fields;
    try {
      fields = expander.fields(word);
    } catch (NotStaticException e) {
      effects.loseAll("may be changed by '" + name + "' at " + command.position());
      return;
    }
    for (String field : fields) {
      if (field.startsWith("-") || field.startsWith("+")) {
        options(name, field);
      } else if (field.contains("=")) {
        effects.lose(
            field.substring(0, field.indexOf('=')).replaceAll("\\W.*", ""),
            "is declared in an unusual way at " + command.position());
      } else if (!changing.isEmpty()) {
        effects.variables().loseForGood(field, changing);
      } else if (readOnly) {
        effects.variables().makeReadOnly(field);
      }
    }
  }

  private void options(String name, String field) {
    String letters = field.substring(1);
    array |= letters.contains("a");
    readOnly |= letters.contains("r");
    boolean harmless = letters.chars().allMatch(c -> HARMLESS_OPTIONS.indexOf(c) >= 0);
    if (field.equals("--") || (harmless && field.startsWith("-"))) {
      return;
    }
    if (letters.contains("n") && !name.equals("export")) {
      referenced();
    }
    changing = "is declared with " + field + " at " + command.position();
  }
}
