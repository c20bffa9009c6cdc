package dev.ocelot.packaging.collector.upstream;

import dev.ocelot.problem.Location;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What a makefile says, as far as it can be told without running make: its variables as they are
 * written, and its rules.
 */
final class Makefile {
  private static final Pattern ASSIGNMENT =
      Pattern.compile(
          "(?:(?:export|override)\\s+)*([A-Za-z0-9_.-]+)\\s*(:::?=|::=|:=|\\?=|\\+=|!=|=)\\s*(.*)",
          Pattern.DOTALL);
  private static final Pattern RULE = Pattern.compile("([^:=#]+):(?![:=])([^;=]*)");
  private static final Pattern INCLUDE = Pattern.compile("(-|s)?include\\s+(.*)");

  private final Map<String, Variable> variables = new HashMap<>();
  private final Map<String, Rule> rules = new HashMap<>();
  private final List<Include> includes = new ArrayList<>();
  private List<String> current = List.of();
  private int conditions;
  private boolean definition;

  /** A variable as it is written; one within a condition may or may not hold. */
  record Variable(String value, boolean certain, Location location) {}

  /** What a target needs, and what make would run for it. */
  record Rule(List<String> needs, List<Line> recipe, Location location) {}

  /** A line that make would hand to a shell. */
  record Line(String text, Location location) {}

  /** A file that is read at this place. */
  record Include(String path, Location location) {}

  /** Reads a file after those that were read before. */
  void read(SourceText text) {
    current = List.of();
    for (int i = 0; i < text.lines().size(); i++) {
      int first = i;
      String logical = text.lines().get(i);
      while (logical.endsWith("\\") && i + 1 < text.lines().size()) {
        String part = logical.substring(0, logical.length() - 1);
        logical = part.replaceFirst("\\s+$", "") + " " + text.lines().get(++i).strip();
      }
      line(logical, text.at(first + 1, 1));
    }
  }

  private void line(String line, Location where) {
    if (definition) {
      definition = !line.strip().equals("endef");
    } else if (line.startsWith("\t") && !current.isEmpty()) {
      if (!line.isBlank()) {
        current.forEach(target -> rule(target, where).recipe().add(new Line(line.strip(), where)));
      }
    } else {
      statement(line.replaceFirst("(^|\\s)#.*", "").strip(), where);
    }
  }

  private void statement(String line, Location where) {
    Matcher assignment = ASSIGNMENT.matcher(line);
    Matcher include = INCLUDE.matcher(line);
    Matcher rule = RULE.matcher(line);
    if (line.isEmpty()) {
      return;
    }
    if (line.matches("(ifeq|ifneq|ifdef|ifndef)\\b.*")) {
      conditions++;
    } else if (line.matches("endif\\b.*")) {
      conditions--;
    } else if (line.matches("define\\b.*")) {
      definition = true;
    } else if (include.matches()) {
      includes.add(new Include(include.group(2).strip(), where));
    } else if (assignment.matches()) {
      assign(assignment.group(1), assignment.group(2), assignment.group(3), where);
    } else if (rule.matches()) {
      rule(words(rule.group(1)), words(rule.group(2).replaceFirst("##.*", "")), where);
    }
  }

  private void assign(String name, String operator, String value, Location where) {
    Variable before = variables.get(name);
    current = List.of();
    switch (operator) {
      case "?=" -> variables.putIfAbsent(name, new Variable(value, conditions == 0, where));
      case "+=" -> {
        String start = before == null ? "" : before.value() + " ";
        boolean certain = conditions == 0 && (before == null || before.certain());
        variables.put(name, new Variable(start + value, certain, where));
      }
      case "!=" -> variables.put(name, new Variable("$(shell " + value + ")", true, where));
      default -> variables.put(name, new Variable(value, conditions == 0, where));
    }
  }

  private void rule(List<String> targets, List<String> needs, Location where) {
    boolean special = targets.stream().anyMatch(target -> target.startsWith("."));
    current = special ? List.of() : targets;
    current.forEach(target -> rule(target, where).needs().addAll(needs));
  }

  private Rule rule(String target, Location where) {
    return rules.computeIfAbsent(
        target, name -> new Rule(new ArrayList<>(), new ArrayList<>(), where));
  }

  private static List<String> words(String text) {
    return List.of(text.strip().split("\\s+")).stream().filter(word -> !word.isEmpty()).toList();
  }

  Optional<Variable> variable(String name) {
    return Optional.ofNullable(variables.get(name));
  }

  Optional<Rule> rule(String target) {
    return Optional.ofNullable(rules.get(target));
  }

  List<String> targets() {
    return rules.keySet().stream().sorted().toList();
  }

  /** Files that are to be read, and were not yet. */
  List<Include> takeIncludes() {
    List<Include> taken = List.copyOf(includes);
    includes.clear();
    return taken;
  }
}
