package dev.ocelot.tag.component;

import dev.ocelot.problem.Location;
import dev.ocelot.problem.Problem;
import dev.ocelot.problem.ProblemId;
import dev.ocelot.problem.Problems;
import dev.ocelot.problem.Remedy;
import dev.ocelot.shell.Identifier;
import dev.ocelot.yaml.NearMiss;
import dev.ocelot.yaml.YamlFile;
import dev.ocelot.yaml.YamlList;
import dev.ocelot.yaml.YamlMap;
import dev.ocelot.yaml.YamlNode;
import dev.ocelot.yaml.YamlReader;
import dev.ocelot.yaml.YamlScalar;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** What {@code config/components.yaml} says, by the name of the component. */
final class ComponentsFile {
  static final String PATH = "config/components.yaml";

  private final Map<String, ComponentSettings> byName;
  private final Map<String, Location> keys;

  private ComponentsFile(Map<String, ComponentSettings> byName, Map<String, Location> keys) {
    this.byName = byName;
    this.keys = keys;
  }

  /** Reads the file; a repository without one says nothing about its components. */
  static ComponentsFile read(RepositoryRoot root, Problems problems) {
    Map<String, ComponentSettings> byName = new LinkedHashMap<>();
    Map<String, Location> keys = new HashMap<>();
    Path file = root.path().resolve(PATH);
    if (Files.exists(file, LinkOption.NOFOLLOW_LINKS)) {
      YamlReader top = new YamlReader(YamlFile.read(file, PATH, problems), PATH, problems);
      top.namedMaps("components")
          .forEach(
              (name, map) -> {
                byName.put(name, settings(name, map, problems));
                keys.put(name, top.location("components", name));
              });
      top.finish();
    }
    return new ComponentsFile(byName, keys);
  }

  ComponentSettings settingsOf(ComponentName name) {
    return byName.getOrDefault(name.text(), ComponentSettings.DEFAULT);
  }

  /** Settings for what is no component are a mistake: nothing would ever read them. */
  void reportUnknown(Collection<ComponentName> known, Problems problems) {
    if (byName.isEmpty()) {
      return;
    }
    List<String> names = known.stream().map(ComponentName::text).toList();
    Set<String> present = new HashSet<>(names);
    for (String name : byName.keySet()) {
      if (!present.contains(name)) {
        problems.add(unknown(name, keys.getOrDefault(name, Location.NONE), names));
      }
    }
  }

  private static Problem unknown(String name, Location location, List<String> names) {
    Problem problem =
        Problem.error(
                ProblemId.CONFIG_INVALID,
                "there are settings for component '" + name + "', which has no build script")
            .at(location);
    return NearMiss.nearest(name, names)
        .map(near -> problem.withRemedy(Remedy.advice("Write '" + near + "' for '" + name + "'")))
        .orElse(
            problem.withRemedy(
                Remedy.advice("Add components/" + name + "/build.sh, or remove the settings")));
  }

  private static ComponentSettings settings(String name, YamlMap map, Problems problems) {
    YamlReader reader = new YamlReader(map, "component " + name, problems);
    boolean declared = reader.has("inputs");
    int before = problems.all().size();
    reader.strings("inputs");
    List<ComponentSettings.DeclaredInput> inputs = inputs(map, problems);
    // A list with a mistake in it says nothing that a call could disagree with.
    boolean sound = declared && problems.all().size() == before;
    Evaluation evaluation = reader.choice("evaluation", Evaluation.class, Evaluation.STATIC);
    List<String> environment = environment(reader, name, problems);
    YamlMap build = reader.map("build").orElse(YamlMap.EMPTY);
    reader.finish();
    if (evaluation == Evaluation.DECLARED && !declared) {
      problems.add(
          Problem.error(
                  ProblemId.CONFIG_INVALID,
                  "component " + name + " has 'evaluation: declared' but no 'inputs'")
              .at(reader.location("evaluation"))
              .withRemedy(Remedy.advice("List the inputs, or write 'inputs: []' for none")));
    }
    return new ComponentSettings(inputs, sound, evaluation, environment, build, map.location());
  }

  private static List<ComponentSettings.DeclaredInput> inputs(YamlMap map, Problems problems) {
    List<ComponentSettings.DeclaredInput> inputs = new ArrayList<>();
    if (map.get("inputs").orElse(null) instanceof YamlList list) {
      for (YamlNode item : list.items()) {
        if (item instanceof YamlScalar scalar && !scalar.isNull()) {
          String why = InputGlob.objection(scalar.text());
          if (why.isEmpty()) {
            inputs.add(new ComponentSettings.DeclaredInput(scalar.text(), scalar.location()));
          } else {
            problems.add(
                Problem.error(ProblemId.CONFIG_INVALID, "input '" + scalar.text() + "' " + why)
                    .at(scalar.location())
                    .withRemedy(
                        Remedy.advice("Write a path relative to the root of the repository")));
          }
        }
      }
    }
    return inputs;
  }

  private static List<String> environment(YamlReader reader, String name, Problems problems) {
    List<String> variables = reader.strings("environment");
    List<String> legal = new ArrayList<>();
    for (String variable : variables) {
      boolean repeated = legal.contains(variable);
      if (!repeated && Identifier.matches(variable)) {
        legal.add(variable);
      } else {
        problems.add(
            Problem.error(
                    ProblemId.CONFIG_INVALID,
                    "'environment' of component "
                        + name
                        + (repeated ? " repeats '" : " has '")
                        + variable
                        + "'")
                .at(reader.location("environment"))
                .comparing("'" + variable + "'", "names of variables, each once"));
      }
    }
    return legal;
  }
}
