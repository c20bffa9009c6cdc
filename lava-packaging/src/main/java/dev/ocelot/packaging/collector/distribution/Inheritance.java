package dev.ocelot.packaging.collector.distribution;

import dev.ocelot.problem.Location;
import dev.ocelot.problem.Problem;
import dev.ocelot.problem.ProblemId;
import dev.ocelot.problem.Problems;
import dev.ocelot.problem.Remedy;
import dev.ocelot.yaml.NearMiss;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * What distributions take over from their bases: tags, and a configuration unless they name one.
 */
final class Inheritance {
  private final Map<String, Definition> definitions;

  /**
   * Of the definitions in a file.
   *
   * @param definitions by name, in the order of the file
   */
  Inheritance(Map<String, Definition> definitions) {
    this.definitions = new LinkedHashMap<>(definitions);
  }

  /** Reports every base that does not exist, and every loop once. */
  void check(Problems problems) {
    Set<String> settled = new HashSet<>();
    for (Definition definition : definitions.values()) {
      List<String> way = new ArrayList<>();
      Definition at = definition;
      while (at != null && settled.add(at.name())) {
        way.add(at.name());
        if (!at.base().isEmpty() && !definitions.containsKey(at.base())) {
          problems.add(missing(at));
        }
        at = definitions.get(at.base());
      }
      int again = at == null ? -1 : way.indexOf(at.name());
      if (again >= 0) {
        problems.add(loop(way.subList(again, way.size())));
      }
    }
  }

  private Problem missing(Definition definition) {
    String base = definition.base();
    Problem problem =
        Problem.error(
                Distributions.UNKNOWN_DISTRIBUTION,
                "distribution " + definition.name() + " has a base that does not exist")
            .at(definition.baseAt())
            .comparing("\"" + base + "\"", String.join(", ", definitions.keySet()));
    return NearMiss.nearest(base, definitions.keySet())
        .map(name -> problem.withRemedy(Remedy.advice("Write " + name + " for " + base)))
        .orElse(problem);
  }

  private Problem loop(List<String> names) {
    Definition first = definition(names.get(0));
    String loop = String.join(" -> ", names) + " -> " + first.name();
    return Problem.error(
            ProblemId.CONFIG_INVALID, "distributions have one another as base: " + loop)
        .at(first.baseAt())
        .withRemedy(Remedy.advice("Remove the base of one of them"));
  }

  /**
   * A distribution with all that it inherits. Only after {@link #check} found nothing.
   *
   * @param name of a definition
   */
  Distribution resolve(String name) {
    Map<String, DeclaredTag> tags = new TreeMap<>();
    String configFile = "";
    Location configFileAt = Location.NONE;
    for (Definition definition : fromBaseOn(name)) {
      definition.tags().forEach(tag -> tags.putIfAbsent(tag.text(), tag));
      if (definition.configFile() != null) {
        configFile = definition.configFile();
        configFileAt = configFile.isEmpty() ? Location.NONE : definition.configFileAt();
      }
    }
    Definition own = definition(name);
    return new Distribution(
        name,
        own.description(),
        List.copyOf(tags.values()),
        configFile,
        configFileAt,
        own.location());
  }

  private List<Definition> fromBaseOn(String name) {
    List<Definition> chain = new ArrayList<>();
    for (Definition at = definitions.get(name); at != null; at = definitions.get(at.base())) {
      chain.add(0, at);
    }
    return chain;
  }

  /** One that is known to exist. */
  Definition definition(String name) {
    Definition definition = definitions.get(name);
    if (definition == null) {
      throw new IllegalArgumentException("no distribution " + name);
    }
    return definition;
  }
}
