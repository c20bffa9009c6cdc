package dev.ocelot.tag.script;

import dev.ocelot.shell.HereDoc;
import dev.ocelot.shell.Identifier;
import dev.ocelot.shell.Position;
import dev.ocelot.shell.ShellCommand;
import dev.ocelot.shell.ShellWord;
import dev.ocelot.shell.Statement;
import dev.ocelot.shell.WordPart;
import java.util.List;

/**
 * Follows a script from top to bottom: what its commands do to variables, and where it calls the
 * check.
 */
final class CallWalk {
  private final CommandEffects effects;
  private final List<Occurrence> found;
  private final Variables variables;
  private final Flow flow;

  CallWalk(Variables variables, Flow flow, List<Occurrence> found) {
    this.variables = variables;
    this.flow = flow;
    this.found = found;
    this.effects = new CommandEffects(variables, flow, found);
  }

  private CallWalk with(Flow newFlow) {
    return newFlow.isSame(flow) ? this : new CallWalk(variables, newFlow, found);
  }

  private CallWalk apart(Flow newFlow) {
    return new CallWalk(variables.copy(), newFlow, found);
  }

  void walk(List<Statement> statements) {
    for (Statement statement : statements) {
      walk(statement);
    }
  }

  private void walk(Statement statement) {
    Flow first = statement.background() ? flow.perhaps("in the background") : flow;
    boolean conditional = false;
    for (Statement.Pipeline pipeline : statement.pipelines()) {
      CallWalk walk = with(conditional ? first.perhaps("behind && or ||") : first);
      walk.walk(pipeline);
      conditional = true;
    }
  }

  private void walk(Statement.Pipeline pipeline) {
    boolean apart = pipeline.commands().size() > 1;
    for (ShellCommand command : pipeline.commands()) {
      // some shells run the last of them themselves: so what it assigns is lost, not kept apart
      with(apart ? flow.apart() : flow).walk(command);
    }
  }

  private void walk(ShellCommand command) {
    for (ShellCommand.Redirection redirection : command.redirections()) {
      redirection(redirection);
    }
    if (command instanceof ShellCommand.Simple simple) {
      for (ShellWord.Assignment assignment : simple.assignments()) {
        scan(assignment.value(), assignment.position());
      }
      scan(simple.words());
      effects.apply(simple);
    } else if (command instanceof ShellCommand.Group group) {
      if (group.subshell()) {
        apart(flow).walk(group.body());
      } else {
        walk(group.body());
      }
    } else if (command instanceof ShellCommand.Branching branching) {
      scan(branching.words());
      if (!branching.variable().isEmpty()) {
        effects.lose(branching.variable(), "is the variable of a loop at " + branching.position());
      }
      CallWalk inside = with(flow.perhaps("in '" + branching.keyword() + "'"));
      branching.bodies().forEach(inside::walk);
    } else if (command instanceof ShellCommand.Test test) {
      scan(test.words());
    } else if (command instanceof ShellCommand.Function function) {
      function(function);
    }
  }

  private void function(ShellCommand.Function function) {
    if (function.name().equals(TagCall.FUNCTION) && flow.isCertain()) {
      found.add(
          new Occurrence.Unknown(
              "the script defines " + TagCall.FUNCTION + " itself", function.position()));
    }
    with(Flow.inFunction(function.name())).walk(function.body());
  }

  private void redirection(ShellCommand.Redirection redirection) {
    Position position = redirection.target().position();
    scan(redirection.target().parts(), position);
    for (HereDoc hereDoc : redirection.hereDocs()) {
      scan(hereDoc.parts(), position);
    }
    if (redirection.descriptor().startsWith("{")) {
      String name = redirection.descriptor().substring(1, redirection.descriptor().length() - 1);
      effects.lose(name, "is set by a redirection at " + position);
    }
  }

  private void scan(List<ShellWord> words) {
    for (ShellWord word : words) {
      scan(word.parts(), word.position());
    }
  }

  /** What expanding a word does besides giving text. */
  private void scan(List<WordPart> parts, Position position) {
    for (WordPart part : parts) {
      if (part instanceof WordPart.Parameter parameter) {
        parameter(parameter, position);
      } else if (part instanceof WordPart.Arithmetic arithmetic) {
        arithmetic(arithmetic.text(), position);
      } else if (part instanceof WordPart.Substitution substitution) {
        substitution(substitution, position);
      } else if (part instanceof WordPart.ArrayElements elements) {
        scan(elements.elements());
      }
    }
  }

  private void parameter(WordPart.Parameter parameter, Position position) {
    if (parameter.operation().startsWith("=") || parameter.operation().startsWith(":=")) {
      effects.lose(parameter.name(), "is assigned within ${...} at " + position);
    }
    arithmetic(parameter.subscript() + parameter.operation(), position);
    scan(parameter.nested(), position);
  }

  /** Whatever assigns in an expression has an equals sign, or two of the same sign. */
  private void arithmetic(String text, Position position) {
    if (text.contains("=") || text.contains("++") || text.contains("--")) {
      for (String name : Identifier.allIn(text)) {
        effects.lose(name, "may be assigned within an expression at " + position);
      }
    }
  }

  private void substitution(WordPart.Substitution substitution, Position position) {
    if (substitution.body().isEmpty() && substitution.text().contains(TagCall.FUNCTION)) {
      found.add(new Occurrence.Unknown("the call stands in backquotes", position));
    }
    apart(flow.perhaps("in $(...)")).walk(substitution.body());
  }
}
