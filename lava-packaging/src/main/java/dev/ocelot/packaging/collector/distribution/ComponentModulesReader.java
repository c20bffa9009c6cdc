package dev.ocelot.packaging.collector.distribution;

import dev.ocelot.packaging.collector.distribution.ComponentModules.Entry;
import dev.ocelot.problem.Location;
import dev.ocelot.problem.Problem;
import dev.ocelot.problem.ProblemId;
import dev.ocelot.problem.Problems;
import dev.ocelot.problem.Remedy;
import dev.ocelot.yaml.YamlList;
import dev.ocelot.yaml.YamlMap;
import dev.ocelot.yaml.YamlNode;
import dev.ocelot.yaml.YamlReader;
import dev.ocelot.yaml.YamlScalar;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Reads {@code config/component_dependencies.yaml}. The published JSON schema says the same. */
final class ComponentModulesReader {
  private static final String DEPENDENCIES = "dependencies";
  private static final String OVERRIDES = "overrides";

  private final String shownAs;
  private final Problems problems;
  private final TextValue texts;
  private final ModuleText moduleTexts;
  private final Map<String, DeclaredModule> firstByPath = new HashMap<>();

  ComponentModulesReader(String shownAs, Problems problems) {
    this.shownAs = shownAs;
    this.problems = problems;
    this.texts = new TextValue(problems);
    this.moduleTexts = new ModuleText(problems);
  }

  ComponentModules read(YamlMap file) {
    YamlReader reader = new YamlReader(file, shownAs, problems);
    boolean dependencies = reader.has(DEPENDENCIES);
    boolean overrides = reader.has(OVERRIDES);
    if (!dependencies && !overrides) {
      problems.add(
          Problem.error(ProblemId.CONFIG_INVALID, shownAs + " declares no components")
              .at(Location.of(shownAs))
              .comparing(file.isEmpty() ? "nothing" : String.join(", ", file.keys()), DEPENDENCIES)
              .withRemedy(Remedy.advice("Write dependencies: {} if none are added")));
    }
    Map<String, Entry> entries = entries(reader.map(DEPENDENCIES).orElse(YamlMap.EMPTY));
    List<ModuleOverride> least = overrides(reader.map(OVERRIDES).orElse(YamlMap.EMPTY));
    reader.finish();
    return new ComponentModules(entries, least);
  }

  private Map<String, Entry> entries(YamlMap map) {
    Map<String, Entry> entries = new LinkedHashMap<>();
    for (String tag : map.keys()) {
      Location location = map.keyLocation(tag);
      if (ComponentTag.of(tag).isEmpty()) {
        problems.add(notATag(tag, location));
      }
      List<DeclaredModule> modules = modules(tag, map.get(tag).orElseThrow());
      modules.forEach(this::agree);
      entries.put(tag, new Entry(modules, location));
    }
    return entries;
  }

  private static Problem notATag(String tag, Location location) {
    Problem problem =
        Problem.error(ProblemId.CONFIG_INVALID, "this is not the build tag of a component")
            .at(location)
            .comparing("\"" + tag + "\"", ComponentTag.WORDS);
    return ComponentTag.nearest(tag)
        .map(right -> problem.withRemedy(Remedy.advice("Write " + right + " for " + tag)))
        .orElse(problem);
  }

  private List<DeclaredModule> modules(String tag, YamlNode node) {
    String wanted = "a module, or a list of modules";
    if (node instanceof YamlMap || (node instanceof YamlList list && !list.tag().isEmpty())) {
      problems.add(TextValue.wrong("the modules of " + tag + " have another form", node, wanted));
      return List.of();
    }
    if (node instanceof YamlScalar scalar && scalar.isNull()) {
      problems.add(
          TextValue.wrong(tag + " names no modules", node, wanted)
              .withRemedy(Remedy.advice("Write [] for a component that needs no module")));
      return List.of();
    }
    List<YamlNode> items = node instanceof YamlList list ? list.items() : List.of(node);
    List<DeclaredModule> modules = new ArrayList<>();
    for (YamlNode item : items) {
      texts
          .of(item, "a module of " + tag, GoModulePath.WORDS)
          .flatMap(text -> moduleTexts.module(text.text(), text.location()))
          .ifPresent(modules::add);
    }
    return modules;
  }

  /** One module has one version in a build, whichever tags ask for it. */
  private void agree(DeclaredModule module) {
    DeclaredModule first = firstByPath.putIfAbsent(module.path(), module);
    if (first != null && !first.version().equals(module.version())) {
      problems.add(
          Problem.error(
                  ProblemId.CONFIG_INVALID,
                  "the module " + module.path() + " is named at " + first.location() + " otherwise")
              .at(module.location())
              .comparing(shown(module), shown(first))
              .withRemedy(Remedy.advice("Write the same version in both places")));
    }
  }

  private static String shown(DeclaredModule module) {
    return module.version().isEmpty() ? "no version" : module.version();
  }

  private List<ModuleOverride> overrides(YamlMap map) {
    Map<String, ModuleOverride> overrides = new TreeMap<>();
    for (String path : map.keys()) {
      Location location = map.keyLocation(path);
      boolean usable = moduleTexts.isPath(path, location);
      if (map.get(path).orElseThrow() instanceof YamlMap values) {
        override(path, values, usable).ifPresent(override -> overrides.put(path, override));
      } else {
        problems.add(
            TextValue.wrong(
                "the override of " + path + " has another form",
                map.get(path).orElseThrow(),
                "{ version: v1.2.3, reason: why }"));
      }
    }
    return List.copyOf(overrides.values());
  }

  private Optional<ModuleOverride> override(String path, YamlMap values, boolean usable) {
    String what = "override of " + path;
    YamlReader reader = new YamlReader(values, what, problems);
    Optional<YamlScalar> version = required(reader, values, "version", what);
    Optional<YamlScalar> reason = required(reader, values, "reason", what);
    reader.finish();
    if (version.isEmpty() || reason.isEmpty() || !usable) {
      return Optional.empty();
    }
    return moduleTexts.isVersion(version.get().text(), path, version.get().location())
        ? Optional.of(
            new ModuleOverride(
                path, version.get().text(), reason.get().text(), reader.location("version")))
        : Optional.empty();
  }

  private Optional<YamlScalar> required(
      YamlReader reader, YamlMap values, String key, String what) {
    if (!reader.has(key)) {
      problems.add(
          Problem.error(ProblemId.CONFIG_INVALID, "the " + what + " says no " + key)
              .at(values.location())
              .comparing("none", "a " + key));
      return Optional.empty();
    }
    Optional<YamlScalar> text =
        texts.of(values.get(key).orElseThrow(), key + " of the " + what, "a text");
    if (text.isPresent() && text.get().text().isBlank()) {
      problems.add(TextValue.wrong("the " + what + " says no " + key, text.get(), "a " + key));
      return Optional.empty();
    }
    return text;
  }
}
