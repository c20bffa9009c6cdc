package dev.ocelot.tag.audit;

import dev.ocelot.shell.ShellCommand;
import dev.ocelot.shell.ShellWord;
import dev.ocelot.shell.Statement;
import dev.ocelot.shell.WordPart;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What variables stand for while a script is read from top to bottom, as {@link PathText}, and
 * where the script stands. A guess that serves findings, not tags: branches count as taken.
 */
final class PathValues {
  private static final String UNKNOWN = String.valueOf(PathText.UNKNOWN);
  private static final String ROOT = String.valueOf(PathText.ROOT);
  private static final Set<String> RESOLVING = Set.of("realpath", "readlink", "echo");

  private final Map<String, String> values = new HashMap<>();
  private final java.util.ArrayDeque<String> folders = new java.util.ArrayDeque<>();
  private String current = ROOT;
  private String previous = UNKNOWN;

  PathValues(String script) {
    for (String variable : List.of("CI_PROJECT_DIR", "OCELOT_ROOT", "GITHUB_WORKSPACE")) {
      values.put(variable, ROOT);
    }
    values.put("0", ROOT + "/" + script);
    values.put("BASH_SOURCE", ROOT + "/" + script);
  }

  private PathValues(PathValues other) {
    values.putAll(other.values);
    folders.addAll(other.folders);
    current = other.current;
    previous = other.previous;
  }

  /** What a shell of its own begins with. */
  PathValues copy() {
    return new PathValues(this);
  }

  String current() {
    return current;
  }

  void set(String variable, String value) {
    values.put(variable, value);
  }

  /** Follows {@code cd}, {@code pushd} and {@code popd}. */
  void move(String command, List<ShellWord> arguments) {
    String target =
        arguments.stream()
            .map(this::text)
            .filter(text -> !text.startsWith("-") || text.equals("-"))
            .findFirst()
            .orElse("");
    String folder = target.equals("-") ? previous : PathText.folder(current, target);
    switch (command) {
      case "pushd" -> {
        folders.push(current);
        leaveFor(folder);
      }
      case "popd" -> leaveFor(folders.isEmpty() ? UNKNOWN : folders.pop());
      default -> leaveFor(folder);
    }
  }

  private void leaveFor(String folder) {
    previous = current;
    current = folder;
  }

  String text(ShellWord word) {
    return text(word.parts());
  }

  String text(List<WordPart> parts) {
    StringBuilder text = new StringBuilder();
    for (WordPart part : parts) {
      if (part instanceof WordPart.Literal literal) {
        text.append(literal.text());
      } else if (part instanceof WordPart.Parameter parameter) {
        text.append(parameter(parameter));
      } else if (part instanceof WordPart.Substitution substitution) {
        text.append(substitution(substitution));
      } else {
        text.append(PathText.UNKNOWN);
      }
    }
    return text.toString();
  }

  private String parameter(WordPart.Parameter parameter) {
    String value =
        switch (parameter.name()) {
          case "PWD" -> current;
          case "OLDPWD" -> previous;
          default -> values.getOrDefault(parameter.name(), UNKNOWN);
        };
    return switch (parameter.operation()) {
      case "" -> value;
      case "%/*" -> PathText.parent(value);
      default -> parameter.operation().matches("(?s):?[-=?].*") ? value : UNKNOWN;
    };
  }

  private String substitution(WordPart.Substitution substitution) {
    PathValues inside = copy();
    String result = UNKNOWN;
    for (Statement statement : ScriptVisitor.bodyOf(substitution)) {
      for (Statement.Pipeline pipeline : statement.pipelines()) {
        if (pipeline.commands().size() != 1
            || !(pipeline.commands().get(0) instanceof ShellCommand.Simple simple)
            || simple.words().isEmpty()) {
          return UNKNOWN;
        }
        result = inside.output(simple);
      }
    }
    return result;
  }

  private String output(ShellCommand.Simple simple) {
    List<ShellWord> arguments = simple.words().subList(1, simple.words().size());
    String name = ScriptVisitor.nameOf(simple);
    if (name.equals("pwd")) {
      return current;
    }
    if (name.equals("cd")) {
      move(name, arguments);
      return UNKNOWN;
    }
    List<String> words =
        arguments.stream().map(this::text).filter(text -> !text.startsWith("-")).toList();
    if (words.size() == 1 && name.equals("dirname")) {
      return PathText.parent(words.get(0));
    }
    return words.size() == 1 && RESOLVING.contains(name) ? words.get(0) : UNKNOWN;
  }
}
