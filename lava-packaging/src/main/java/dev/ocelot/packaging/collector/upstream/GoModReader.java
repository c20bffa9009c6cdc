package dev.ocelot.packaging.collector.upstream;

import dev.ocelot.packaging.collector.upstream.GoModFile.Exclude;
import dev.ocelot.packaging.collector.upstream.GoModFile.Replace;
import dev.ocelot.packaging.collector.upstream.GoModFile.Require;
import dev.ocelot.problem.Location;
import dev.ocelot.problem.Problems;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads {@code go.mod} line by line: directives by themselves, and in blocks. */
final class GoModReader {
  private static final Pattern WORD = Pattern.compile("\"([^\"]*)\"|`([^`]*)`|[()]|[^\\s()\"`]+");
  private static final Set<String> UNUSED =
      Set.of("retract", "godebug", "tool", "ignore", "exclude");

  private final SourceText text;
  private final Problems problems;
  private final List<Require> requires = new ArrayList<>();
  private final List<Replace> replaces = new ArrayList<>();
  private final List<Exclude> excludes = new ArrayList<>();
  private String module = "";
  private String go = "";
  private String toolchain = "";
  private String block = "";
  private boolean failed;

  GoModReader(SourceText text, Problems problems) {
    this.text = text;
    this.problems = problems;
  }

  Optional<GoModFile> read() {
    for (int i = 0; i < text.lines().size(); i++) {
      line(text.lines().get(i), i + 1);
    }
    if (module.isEmpty() && !failed) {
      wrong(Location.of(text.shownAs()), "nothing", "a module line");
    }
    return failed
        ? Optional.empty()
        : Optional.of(new GoModFile(module, go, toolchain, requires, replaces, excludes));
  }

  private void line(String line, int number) {
    int comment = line.indexOf("//");
    String code = comment < 0 ? line : line.substring(0, comment);
    boolean indirect = comment >= 0 && line.substring(comment).matches("//\\s*indirect(;.*|\\s*)");
    List<String> words = new ArrayList<>();
    int column = 1;
    Matcher word = WORD.matcher(code);
    while (word.find()) {
      if (words.isEmpty()) {
        column = word.start() + 1;
      }
      words.add(word.group().replaceAll("^[\"`]|[\"`]$", ""));
    }
    Location where = text.at(number, column);
    if (words.isEmpty()) {
      return;
    }
    if (!block.isEmpty()) {
      if (words.get(0).equals(")")) {
        block = "";
      } else {
        directive(block, words, indirect, where);
      }
    } else if (words.size() == 2 && words.get(1).equals("(")) {
      block = words.get(0);
    } else {
      directive(words.get(0), words.subList(1, words.size()), indirect, where);
    }
  }

  private void directive(String verb, List<String> words, boolean indirect, Location where) {
    int count = words.size();
    if (verb.equals("module") && count == 1) {
      module = words.get(0);
    } else if (verb.equals("go") && count == 1) {
      go = words.get(0);
    } else if (verb.equals("toolchain") && count == 1) {
      toolchain = words.get(0);
    } else if (verb.equals("require") && count == 2) {
      requires.add(new Require(words.get(0), words.get(1), indirect, where));
    } else if (verb.equals("exclude") && count == 2) {
      excludes.add(new Exclude(words.get(0), words.get(1), where));
    } else if (verb.equals("replace") && words.contains("=>")) {
      replace(words, where);
    } else if (!UNUSED.contains(verb) || verb.equals("exclude")) {
      wrong(where, verb + " " + String.join(" ", words), "a directive of go.mod");
    }
  }

  private void replace(List<String> words, Location where) {
    int arrow = words.indexOf("=>");
    int behind = words.size() - arrow - 1;
    if (arrow < 1 || arrow > 2 || behind < 1 || behind > 2) {
      wrong(where, "replace " + String.join(" ", words), "replace A [V] => B [W]");
      return;
    }
    replaces.add(
        new Replace(
            words.get(0),
            arrow == 2 ? words.get(1) : "",
            words.get(arrow + 1),
            behind == 2 ? words.get(arrow + 2) : "",
            where));
  }

  private void wrong(Location where, String got, String expected) {
    failed = true;
    problems.add(UpstreamProblems.invalid(where, "go.mod cannot be read", got, expected));
  }
}
