package dev.ocelot.packaging.collector.distribution;

import static dev.ocelot.packaging.collector.distribution.ComponentKind.CONNECTOR;
import static dev.ocelot.packaging.collector.distribution.ComponentKind.EXPORTER;
import static dev.ocelot.packaging.collector.distribution.ComponentKind.EXTENSION;
import static dev.ocelot.packaging.collector.distribution.ComponentKind.PROCESSOR;
import static dev.ocelot.packaging.collector.distribution.ComponentKind.RECEIVER;

import dev.ocelot.problem.Location;
import dev.ocelot.problem.Problem;
import dev.ocelot.problem.ProblemId;
import dev.ocelot.problem.Problems;
import dev.ocelot.problem.Remedy;
import dev.ocelot.yaml.NearMiss;
import dev.ocelot.yaml.YamlList;
import dev.ocelot.yaml.YamlMap;
import dev.ocelot.yaml.YamlNode;
import dev.ocelot.yaml.YamlReader;
import dev.ocelot.yaml.YamlScalar;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Reads the names of components in a collector's configuration, and follows its references. */
final class CollectorConfigReader {
  private static final String SERVICE = "service";
  private static final String PIPELINES = "pipelines";
  private static final List<String> SIGNALS = List.of("logs", "metrics", "profiles", "traces");

  /** Where what a pipeline lists may be defined. */
  private static final Map<ComponentKind, List<ComponentKind>> HOMES =
      Map.of(
          RECEIVER, List.of(RECEIVER, CONNECTOR),
          PROCESSOR, List.of(PROCESSOR),
          EXPORTER, List.of(EXPORTER, CONNECTOR),
          EXTENSION, List.of(EXTENSION));

  private final String shownAs;
  private final Problems problems;
  private final ConfigSections sections;
  private final List<ConfiguredComponent> used = new ArrayList<>();

  CollectorConfigReader(String shownAs, Problems problems) {
    this.shownAs = shownAs;
    this.problems = problems;
    this.sections = new ConfigSections(problems);
  }

  CollectorConfig read(YamlMap file) {
    YamlReader reader = new YamlReader(file, shownAs, problems);
    for (ComponentKind kind : ComponentKind.values()) {
      reader.has(kind.section());
      file.get(kind.section()).ifPresent(section -> sections.read(kind, section));
    }
    reader.has(SERVICE);
    reader.finish();
    file.get(SERVICE).ifPresent(node -> mapping(SERVICE, node).ifPresent(this::service));
    return new CollectorConfig(sections.all(), used);
  }

  private void service(YamlMap service) {
    YamlReader reader = new YamlReader(service, SERVICE, problems);
    reader.has("extensions");
    reader.has(PIPELINES);
    reader.has("telemetry");
    reader.finish();
    service.get("extensions").ifPresent(node -> references(EXTENSION, "service", node));
    service
        .get(PIPELINES)
        .flatMap(node -> mapping(PIPELINES, node))
        .ifPresent(
            pipelines -> {
              for (String name : pipelines.keys()) {
                signal(name, pipelines.keyLocation(name));
                mapping("pipeline " + name, pipelines.get(name).orElseThrow())
                    .ifPresent(pipeline -> pipeline(name, pipeline));
              }
            });
  }

  private void signal(String name, Location where) {
    String signal = name.split("/", 2)[0].strip();
    if (!SIGNALS.contains(signal)) {
      problems.add(
          near(
              Problem.error(ProblemId.CONFIG_INVALID, "a pipeline is named after its signal")
                  .at(where)
                  .comparing("\"" + name + "\"", "one of " + String.join(", ", SIGNALS)),
              signal,
              SIGNALS));
    }
  }

  private void pipeline(String name, YamlMap pipeline) {
    String what = "pipeline " + name;
    YamlReader reader = new YamlReader(pipeline, what, problems);
    for (ComponentKind kind : List.of(RECEIVER, PROCESSOR, EXPORTER)) {
      reader.has(kind.section());
      pipeline.get(kind.section()).ifPresent(node -> references(kind, what, node));
    }
    reader.finish();
  }

  private void references(ComponentKind kind, String what, YamlNode node) {
    if (node instanceof YamlList list) {
      list.items().forEach(item -> reference(kind, what, item));
    } else if (!ConfigSections.isReference(node) && !ConfigSections.isNothing(node)) {
      problems.add(
          TextValue.wrong(
              kind.section() + " of " + what + " have another form", node, "a list of names"));
    }
  }

  private void reference(ComponentKind kind, String what, YamlNode node) {
    if (ConfigSections.isReference(node)) {
      return;
    }
    if (!(node instanceof YamlScalar scalar) || scalar.isNull()) {
      problems.add(TextValue.wrong(what + " lists what is no name", node, "a name"));
      return;
    }
    sections
        .component(kind, scalar.text(), scalar.location())
        .ifPresent(component -> follow(component, what));
  }

  private void follow(ConfiguredComponent component, String what) {
    List<ComponentKind> homes = HOMES.getOrDefault(component.kind(), List.of());
    String id = component.id();
    Optional<ComponentKind> home =
        homes.stream().filter(kind -> sections.defines(kind, id)).findFirst();
    if (home.isPresent()) {
      used.add(
          new ConfiguredComponent(
              home.get(), component.type(), component.name(), component.location()));
    } else if (homes.stream().noneMatch(sections::isOpen)) {
      Set<String> ids = sections.ids(homes);
      String message = what + " refers to the " + component.kind().word() + " " + id;
      String legal = ids.isEmpty() ? "none: there are no " : String.join(", ", ids) + " of ";
      problems.add(
          near(
              Problem.error(ProblemId.CONFIG_INVALID, message + ", which is not defined")
                  .at(component.location())
                  .comparing("\"" + id + "\"", legal + component.kind().section()),
              id,
              ids));
    } else if (!sections.isOpen(CONNECTOR) || homes.size() == 1) {
      used.add(component);
    }
  }

  private Optional<YamlMap> mapping(String what, YamlNode node) {
    if (node instanceof YamlMap map) {
      return Optional.of(map);
    }
    if (!ConfigSections.isReference(node) && !ConfigSections.isNothing(node)) {
      problems.add(TextValue.wrong(what + " has another form", node, "a mapping"));
    }
    return Optional.empty();
  }

  private static Problem near(Problem problem, String wrong, Collection<String> legal) {
    return NearMiss.nearest(wrong, legal)
        .map(name -> problem.withRemedy(Remedy.advice("Write " + name + " for " + wrong)))
        .orElse(problem);
  }
}
