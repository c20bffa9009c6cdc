package dev.ocelot.tag.audit;

import dev.ocelot.shell.Identifier;
import dev.ocelot.shell.Position;
import dev.ocelot.shell.ShellCommand;
import dev.ocelot.shell.ShellWord;
import dev.ocelot.shell.ShellWord.Assignment;
import dev.ocelot.shell.WordPart;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Which variables a script expands before it gives them a value. A function runs later than it is
 * written, so what it expands only counts if the script gives it a value nowhere.
 */
final class VariableUse extends ScriptVisitor {
  private static final Set<String> DECLARING =
      Set.of("export", "readonly", "declare", "typeset", "local");

  private record Use(String name, Position position, int time, boolean inFunction) {}

  private final List<Use> uses = new ArrayList<>();
  private final Map<String, Integer> assigned = new HashMap<>();
  private int time;
  private int functions;

  /** The variables by name, with the place of the first expansion that counts. */
  Map<String, Position> fromEnvironment() {
    Map<String, Position> found = new LinkedHashMap<>();
    for (Use use : uses) {
      Integer since = assigned.get(use.name());
      if (since == null || (!use.inFunction() && use.time() < since)) {
        found.putIfAbsent(use.name(), use.position());
      }
    }
    return found;
  }

  private void assign(String name) {
    if (Identifier.matches(name)) {
      assigned.putIfAbsent(name, ++time);
    }
  }

  private void use(String name, Position position) {
    if (Identifier.matches(name)) {
      uses.add(new Use(name, position, ++time, functions > 0));
    }
  }

  @Override
  void function(ShellCommand.Function function) {
    functions++;
    super.function(function);
    functions--;
  }

  @Override
  void branching(ShellCommand.Branching branching) {
    branching.words().forEach(this::word);
    assign(branching.variable());
    branching.bodies().forEach(this::statements);
  }

  @Override
  void simple(ShellCommand.Simple simple) {
    if (simple.words().isEmpty()) {
      simple.assignments().forEach(this::assignment);
      return;
    }
    // assignments in front of a command hold for that command alone
    simple.assignments().forEach(super::assignment);
    String name = nameOf(simple);
    List<ShellWord> arguments = simple.words().subList(1, simple.words().size());
    if (DECLARING.contains(name)) {
      arguments.forEach(argument -> declare(name, argument));
      return;
    }
    simple.words().forEach(this::word);
    switch (name) {
      case "read", "mapfile", "readarray", "unset", "getopts" ->
          arguments.forEach(argument -> argument.literal().ifPresent(this::assign));
      case "printf" -> {
        if (arguments.size() > 1 && arguments.get(0).isBare("-v")) {
          arguments.get(1).literal().ifPresent(this::assign);
        }
      }
      default -> {
        // gives no variable a value
      }
    }
  }

  private void declare(String command, ShellWord argument) {
    if (argument.assignment().isPresent()) {
      assignment(argument.assignment().get());
    } else if (command.equals("export") || command.equals("readonly")) {
      word(argument);
    } else {
      argument.literal().ifPresent(this::assign);
    }
  }

  @Override
  void assignment(Assignment assignment) {
    super.assignment(assignment);
    assign(assignment.name());
  }

  @Override
  void part(WordPart part, Position position) {
    if (part instanceof WordPart.Parameter parameter) {
      use(parameter.name(), position);
      if (parameter.operation().startsWith("=") || parameter.operation().startsWith(":=")) {
        assign(parameter.name());
      }
    } else if (part instanceof WordPart.Arithmetic arithmetic) {
      for (String name : Identifier.allIn(arithmetic.text())) {
        use(name, position);
      }
    }
    super.part(part, position);
  }
}
