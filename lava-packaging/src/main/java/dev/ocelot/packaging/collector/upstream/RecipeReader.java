package dev.ocelot.packaging.collector.upstream;

import dev.ocelot.packaging.collector.upstream.MakeExpansion.UnknownException;
import dev.ocelot.packaging.collector.upstream.Makefile.Line;
import dev.ocelot.packaging.collector.upstream.Makefile.Rule;
import dev.ocelot.problem.Location;
import dev.ocelot.problem.Problems;
import dev.ocelot.yaml.NearMiss;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/**
 * Finds in a makefile what {@code make package} does. A step that is not known is a problem, since
 * what is built here would then be another thing than what upstream builds.
 */
final class RecipeReader {
  private static final String VERSION_TARGET = "set-otelcol-version";
  private static final Set<String> HARMLESS = Set.of("echo", "mkdir", "zip");
  private static final String EXTENSIONS = MakeExpansion.FOLDER + "/build/extensions";

  private final Makefile makefile;
  private final MakeExpansion expansion;
  private final Location file;
  private final Problems problems;
  private final Map<String, String> environment = new TreeMap<>();
  private final List<String> flags = new ArrayList<>();
  private String linkerFlags = "";
  private String configFiles = "";
  private boolean failed;
  private boolean built;

  RecipeReader(Makefile makefile, String shownAs, Problems problems) {
    this.makefile = makefile;
    this.expansion = new MakeExpansion(makefile);
    this.file = Location.of(shownAs);
    this.problems = problems;
  }

  Optional<UpstreamRecipe> read() {
    Optional<Rule> version = target(VERSION_TARGET);
    Optional<Rule> build = target("build");
    Optional<Rule> pack = target("package");
    version.ifPresent(this::version);
    build.ifPresent(rule -> steps(rule, Set.of("clean", VERSION_TARGET), this::buildStep));
    pack.ifPresent(rule -> steps(rule, Set.of("build"), this::packStep));
    if (build.isPresent() && !built && !failed) {
      wrong(build.get().location(), "target build runs no go build", "none", "one go build");
    }
    if (pack.isPresent() && configFiles.isEmpty() && !failed) {
      wrong(
          pack.get().location(),
          "target package copies no configuration",
          "none",
          "cp config* …/collector-config");
    }
    return failed
        ? Optional.empty()
        : Optional.of(new UpstreamRecipe(environment, flags, linkerFlags, configFiles));
  }

  private Optional<Rule> target(String name) {
    Optional<Rule> rule = makefile.rule(name).filter(found -> !found.recipe().isEmpty());
    if (rule.isEmpty()) {
      String nearest =
          NearMiss.nearest(name, makefile.targets()).map(n -> ": " + n + "?").orElse("");
      wrong(file, "the makefile has no target '" + name + "'", "none" + nearest, "target " + name);
    }
    return rule;
  }

  private void version(Rule rule) {
    boolean known =
        rule.recipe().stream()
            .anyMatch(line -> line.text().contains(UpstreamReader.OTELCOL + " v"));
    if (!known) {
      wrong(
          rule.location(),
          "the collector's version is set in a way that is not known",
          rule.recipe().get(0).text(),
          "the version of " + UpstreamReader.OTELCOL + " in go.mod");
    }
  }

  /** One step of a target. */
  private interface Step {
    boolean accept(List<String> words, Location where);
  }

  private void steps(Rule rule, Set<String> needs, Step step) {
    for (String need : rule.needs()) {
      if (!needs.contains(need)) {
        wrong(
            rule.location(),
            "a target is needed that is not known",
            need,
            String.join(", ", needs));
      }
    }
    for (Line line : rule.recipe()) {
      String text = line.text().replaceFirst("^[@+-]+\\s*", "");
      if (text.matches("echo\\s[^;|&<>`]*")) {
        continue; // also when it holds what only a shell could tell
      }
      try {
        step(expansion.expand(text, line.location()), line.location(), step);
      } catch (UnknownException e) {
        wrong(
            e.location(),
            "the makefile holds what cannot be told without running it",
            e.what(),
            "literal values, git rev-parse HEAD, cat VERSION or pwd");
      }
    }
  }

  private void step(String command, Location where, Step step) {
    for (String part : command.split("&&", -1)) {
      Optional<List<String>> words = ShellWords.of(part.strip());
      if (words.isEmpty() || words.get().isEmpty() || !known(words.get(), where, step)) {
        wrong(
            where,
            "the makefile does something that is not known",
            readable(part.strip()),
            "echo, mkdir, go build, cp config* and zip");
        return;
      }
    }
  }

  private static boolean known(List<String> words, Location where, Step step) {
    return HARMLESS.contains(words.get(0))
        || words.get(0).equals("cd")
        || step.accept(words, where);
  }

  private static String readable(String text) {
    return text.replace(MakeExpansion.COMMIT, "$(GIT_SHA)")
        .replace(MakeExpansion.VERSION, "$(OTELCOL_VERSION)")
        .replace(MakeExpansion.ARCHITECTURE, "$(GOARCH)")
        .replace(MakeExpansion.TAGS, "$(BUILDTAGS)")
        .replace(MakeExpansion.FOLDER, "$(CURDIR)");
  }

  private boolean packStep(List<String> words, Location where) {
    boolean copies =
        words.size() == 3
            && words.get(0).equals("cp")
            && words.get(1).matches("[A-Za-z0-9_.-]+\\*?")
            && words.get(2).equals(MakeExpansion.FOLDER + "/build/collector-config");
    if (!copies || !configFiles.isEmpty()) {
      return false;
    }
    configFiles = words.get(1);
    return true;
  }

  private boolean buildStep(List<String> words, Location where) {
    int at = 0;
    while (at < words.size() && words.get(at).matches("[A-Za-z_][A-Za-z0-9_]*=.*")) {
      String[] setting = words.get(at++).split("=", 2);
      environment.put(setting[0], setting[1]);
    }
    boolean forArchitecture = MakeExpansion.ARCHITECTURE.equals(environment.remove("GOARCH"));
    if (built
        || !forArchitecture
        || words.size() < at + 3
        || !words.subList(at, at + 2).equals(List.of("go", "build"))
        || !words.get(words.size() - 1).equals(".")) {
      return false;
    }
    built = arguments(words.subList(at + 2, words.size() - 1));
    return built;
  }

  private boolean arguments(List<String> words) {
    String output = "";
    for (int i = 0; i < words.size(); i++) {
      String word = words.get(i).replaceFirst("^--", "-");
      boolean valued = Set.of("-tags", "-ldflags", "-o").contains(word);
      if (valued && i + 1 == words.size()) {
        return false;
      }
      String name = word.replaceFirst("=.*", "");
      String value =
          valued ? words.get(++i) : word.substring(Math.min(word.length(), name.length() + 1));
      switch (name) {
        case "-ldflags" -> linkerFlags = value;
        case "-o" -> output = value;
        case "-tags" -> {
          if (!value.equals(MakeExpansion.TAGS)) {
            return false;
          }
        }
        default -> {
          if (!word.startsWith("-") || !readable(word).equals(word)) {
            return false;
          }
          flags.add(word);
        }
      }
    }
    return output.replaceFirst("/$", "").equals(EXTENSIONS);
  }

  private void wrong(Location where, String message, String got, String expected) {
    failed = true;
    problems.add(UpstreamProblems.invalid(where, message, got, expected));
  }
}
