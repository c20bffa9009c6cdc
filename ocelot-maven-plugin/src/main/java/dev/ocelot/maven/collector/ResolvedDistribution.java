package dev.ocelot.maven.collector;

import dev.ocelot.json.JsonWriter;
import dev.ocelot.maven.console.TextTable;
import dev.ocelot.packaging.collector.distribution.ComponentModules;
import dev.ocelot.packaging.collector.distribution.DeclaredModule;
import dev.ocelot.packaging.collector.distribution.DeclaredTag;
import dev.ocelot.packaging.collector.distribution.Distribution;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * A distribution as it is shown.
 *
 * @param distribution with everything that it inherits
 * @param base the base that it names itself; empty without one
 * @param added the build tags of the repository's own components that it selects
 * @param modules what those need
 */
record ResolvedDistribution(
    Distribution distribution, String base, List<String> added, List<DeclaredModule> modules) {

  /** A line a tag, with the modules that it brings. */
  static List<String> table(List<ResolvedDistribution> all, ComponentModules modules) {
    TextTable table = new TextTable("DISTRIBUTION", "BASE", "CONFIGURATION", "TAG", "MODULES");
    for (ResolvedDistribution one : all) {
      one.addTo(table, modules);
    }
    List<String> lines = new ArrayList<>(table.lines());
    lines.add(all.size() == 1 ? "1 distribution" : all.size() + " distributions");
    return lines;
  }

  private void addTo(TextTable table, ComponentModules modules) {
    Set<String> tags = new TreeSet<>(added);
    distribution.tags().stream().map(DeclaredTag::text).forEach(tags::add);
    if (tags.isEmpty()) {
      table.row(distribution.name(), base, distribution.configFile(), "", "");
    }
    boolean first = true;
    for (String tag : tags) {
      table.row(
          first ? distribution.name() : "",
          first ? base : "",
          first ? distribution.configFile() : "",
          tag,
          added.contains(tag) ? shown(modules.modules(List.of(tag))) : "");
      first = false;
    }
  }

  private static String shown(List<DeclaredModule> modules) {
    return modules.stream().map(DeclaredModule::toString).collect(Collectors.joining(", "));
  }

  void writeTo(JsonWriter json) {
    json.object();
    json.name("name").value(distribution.name());
    json.name("description").value(distribution.description());
    text(json, "base", base);
    json.name("tags").array();
    distribution.tags().forEach(tag -> json.value(tag.text()));
    json.end();
    json.name("build_tags").value(distribution.buildTags());
    json.name("components").array();
    added.forEach(json::value);
    json.end();
    json.name("modules").array();
    for (DeclaredModule module : modules) {
      json.object().name("path").value(module.path());
      text(json, "version", module.version());
      json.end();
    }
    json.end();
    text(json, "config_file", distribution.configFile());
    json.end();
  }

  private static void text(JsonWriter json, String name, String value) {
    json.name(name);
    if (value.isEmpty()) {
      json.nullValue();
    } else {
      json.value(value);
    }
  }
}
