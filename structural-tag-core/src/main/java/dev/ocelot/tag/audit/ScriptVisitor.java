package dev.ocelot.tag.audit;

import dev.ocelot.shell.HereDoc;
import dev.ocelot.shell.Position;
import dev.ocelot.shell.ShellCommand;
import dev.ocelot.shell.ShellCommand.Redirection;
import dev.ocelot.shell.ShellScript;
import dev.ocelot.shell.ShellText;
import dev.ocelot.shell.ShellWord;
import dev.ocelot.shell.ShellWord.Assignment;
import dev.ocelot.shell.Statement;
import dev.ocelot.shell.WordPart;
import java.util.List;

/**
 * Goes through a script in the order of its text. Each method visits what is inside; a rule
 * overrides those that it cares for.
 */
abstract class ScriptVisitor {

  void statements(List<Statement> statements) {
    for (Statement statement : statements) {
      for (Statement.Pipeline pipeline : statement.pipelines()) {
        pipeline.commands().forEach(this::command);
      }
    }
  }

  void command(ShellCommand command) {
    if (command instanceof ShellCommand.Simple simple) {
      simple(simple);
    } else if (command instanceof ShellCommand.Group group) {
      group(group);
    } else if (command instanceof ShellCommand.Branching branching) {
      branching(branching);
    } else if (command instanceof ShellCommand.Test test) {
      test.words().forEach(this::word);
    } else if (command instanceof ShellCommand.Function function) {
      function(function);
    }
    command.redirections().forEach(this::redirection);
  }

  void simple(ShellCommand.Simple simple) {
    simple.assignments().forEach(this::assignment);
    simple.words().forEach(this::word);
  }

  void group(ShellCommand.Group group) {
    statements(group.body());
  }

  void branching(ShellCommand.Branching branching) {
    branching.words().forEach(this::word);
    branching.bodies().forEach(this::statements);
  }

  void function(ShellCommand.Function function) {
    command(function.body());
  }

  void redirection(Redirection redirection) {
    if (redirection.hereDocs().isEmpty()) {
      word(redirection.target());
    }
    for (HereDoc hereDoc : redirection.hereDocs()) {
      hereDoc.parts().forEach(part -> part(part, redirection.target().position()));
    }
  }

  void assignment(Assignment assignment) {
    assignment.value().forEach(part -> part(part, assignment.position()));
  }

  void word(ShellWord word) {
    word.parts().forEach(part -> part(part, word.position()));
  }

  /**
   * Visits a piece of a word.
   *
   * @param part the piece
   * @param position where its word begins
   */
  void part(WordPart part, Position position) {
    if (part instanceof WordPart.Parameter parameter) {
      parameter.nested().forEach(nested -> part(nested, position));
    } else if (part instanceof WordPart.Substitution substitution) {
      statements(bodyOf(substitution));
    } else if (part instanceof WordPart.ArrayElements elements) {
      elements.elements().forEach(this::word);
    }
  }

  /** The commands of a substitution; those in backquotes are read here. */
  static List<Statement> bodyOf(WordPart.Substitution substitution) {
    return substitution.body().isEmpty()
        ? ShellScript.parse(ShellText.of(substitution.text())).statements()
        : substitution.body();
  }

  /** The command's name, when it is literal; else empty. */
  static String nameOf(ShellCommand.Simple simple) {
    return simple.words().isEmpty() ? "" : simple.words().get(0).literal().orElse("");
  }
}
