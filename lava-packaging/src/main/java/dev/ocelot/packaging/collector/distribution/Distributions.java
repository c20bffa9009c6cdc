package dev.ocelot.packaging.collector.distribution;

import dev.ocelot.problem.Location;
import dev.ocelot.problem.Problem;
import dev.ocelot.problem.ProblemId;
import dev.ocelot.problem.Problems;
import dev.ocelot.problem.Remedy;
import dev.ocelot.yaml.NearMiss;
import dev.ocelot.yaml.YamlFile;
import dev.ocelot.yaml.YamlMap;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/** The distributions that {@code config/distributions.yaml} declares. */
public final class Distributions {
  /** A distribution was named that is not declared. */
  public static final ProblemId UNKNOWN_DISTRIBUTION = ProblemId.user("unknown-distribution");

  private final String shownAs;
  private final SortedSet<String> names;
  private final Inheritance inheritance;

  private Distributions(String shownAs, Map<String, Definition> definitions) {
    this.shownAs = shownAs;
    this.names = new TreeSet<>(definitions.keySet());
    this.inheritance = new Inheritance(definitions);
  }

  /**
   * Reads a file.
   *
   * @param file {@code config/distributions.yaml}
   * @param shownAs how problems name it
   * @param problems takes what is wrong: {@code input-missing}, {@code config-invalid}, {@code
   *     unknown-distribution} for a base that does not exist, each with its place
   * @return the distributions, or empty when an error was added
   */
  public static Optional<Distributions> read(Path file, String shownAs, Problems problems) {
    Problems found = new Problems();
    Map<String, Definition> definitions =
        definitions(YamlFile.read(file, shownAs, found), shownAs, found);
    Distributions distributions = new Distributions(shownAs, definitions);
    if (!found.hasErrors()) {
      distributions.inheritance.check(found);
    }
    problems.addAll(found.all());
    return found.hasErrors() ? Optional.empty() : Optional.of(distributions);
  }

  private static Map<String, Definition> definitions(
      YamlMap map, String shownAs, Problems problems) {
    if (map.isEmpty() && !problems.hasErrors()) {
      problems.add(
          Problem.error(ProblemId.CONFIG_INVALID, shownAs + " declares no distribution")
              .at(Location.of(shownAs))
              .comparing("nothing", "names of distributions with their buildtags"));
    }
    Map<String, Definition> definitions = new LinkedHashMap<>();
    Map<String, String> folded = new TreeMap<>();
    DefinitionReader reader = new DefinitionReader(problems);
    for (String name : map.keys()) {
      Location location = map.keyLocation(name);
      reader
          .read(name, map.get(name).orElseThrow(), location)
          .ifPresent(definition -> definitions.put(name, definition));
      String same = folded.putIfAbsent(name.toLowerCase(Locale.ROOT), name);
      if (same != null) {
        problems.add(
            Problem.error(
                    ProblemId.CONFIG_INVALID,
                    "the distributions " + same + " and " + name + " differ only in case")
                .at(location)
                .withRemedy(Remedy.advice("Rename one: names are matched without regard to case")));
      }
    }
    return definitions;
  }

  /**
   * The names of all distributions.
   *
   * @return sorted
   */
  public SortedSet<String> names() {
    return new TreeSet<>(names);
  }

  /**
   * The base that a distribution names itself.
   *
   * @param name a name in the spelling of the file
   * @return the base, or empty without one
   */
  public Optional<String> baseOf(String name) {
    String base = inheritance.definition(name).base();
    return base.isEmpty() ? Optional.empty() : Optional.of(base);
  }

  /**
   * A distribution with everything that it inherits.
   *
   * @param name its name; case does not matter
   * @param problems takes {@code unknown-distribution} with the nearest name
   * @return the distribution, or empty when there is none of that name
   */
  public Optional<Distribution> resolve(String name, Problems problems) {
    Optional<String> spelled = names.stream().filter(name::equalsIgnoreCase).findFirst();
    if (spelled.isEmpty()) {
      problems.add(unknown(name));
    }
    return spelled.map(inheritance::resolve);
  }

  /**
   * Several distributions.
   *
   * @param wanted names; empty, or {@code all} among them where no distribution is named so, for
   *     every distribution
   * @param problems takes {@code unknown-distribution} for each name that is none
   * @return sorted by name, each once; those that exist
   */
  public List<Distribution> resolveAll(List<String> wanted, Problems problems) {
    boolean all = wanted.isEmpty() || (wanted.contains("all") && !names.contains("all"));
    Map<String, Distribution> resolved = new TreeMap<>();
    for (String name : all ? List.copyOf(names) : wanted) {
      resolve(name, problems).ifPresent(one -> resolved.put(one.name(), one));
    }
    return List.copyOf(resolved.values());
  }

  private Problem unknown(String name) {
    Problem problem =
        Problem.error(UNKNOWN_DISTRIBUTION, "there is no distribution " + name)
            .at(Location.of(shownAs))
            .comparing("\"" + name + "\"", String.join(", ", names));
    return NearMiss.nearest(name, names)
        .map(right -> problem.withRemedy(Remedy.advice("Write " + right + " for " + name)))
        .orElse(problem);
  }
}
