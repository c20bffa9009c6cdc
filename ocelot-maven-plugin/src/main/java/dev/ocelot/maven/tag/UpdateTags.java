package dev.ocelot.maven.tag;

import dev.ocelot.file.FileLocks;
import dev.ocelot.json.JsonWriter;
import dev.ocelot.maven.Ground;
import dev.ocelot.maven.console.Report;
import dev.ocelot.maven.console.TextTable;
import dev.ocelot.problem.Problems;
import dev.ocelot.tag.Tag;
import dev.ocelot.tag.check.CheckReport;
import dev.ocelot.tag.check.Expectations;
import dev.ocelot.tag.check.ExpectedTag;
import dev.ocelot.tag.check.TagResult;
import dev.ocelot.tag.component.Component;
import dev.ocelot.tag.component.ComponentSelection;
import dev.ocelot.tag.declared.DeclaredTagsEditor;
import dev.ocelot.tag.explain.InputManifest;
import dev.ocelot.tag.explain.ManifestStore;
import dev.ocelot.tag.repository.TaggedRepository;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** What {@code update-tags} does. */
final class UpdateTags {
  private static final Duration PATIENCE = Duration.ofMinutes(1);

  private final Ground ground;
  private final ComponentSelection selection;
  private final DeclaredTagsEditor.Style style;

  UpdateTags(Ground ground, ComponentSelection selection, DeclaredTagsEditor.Style style) {
    this.ground = ground;
    this.selection = selection;
    this.style = style;
  }

  /** What would be written. */
  Report plan() {
    Problems problems = new Problems();
    TaggedRepository repository = TagGround.open(ground, problems).orElseThrow();
    return report("would declare", repository, stale(repository, problems), problems);
  }

  /** Computes every tag before the first is written. */
  Report run() {
    Problems problems = new Problems();
    TaggedRepository repository = TagGround.open(ground, problems).orElseThrow();
    List<TagResult> stale = stale(repository, problems);
    Map<String, Map<String, Tag>> byFile = new TreeMap<>();
    for (TagResult result : stale) {
      Component component = result.component();
      byFile
          .computeIfAbsent(component.layout().declaredTagsFile(), f -> new TreeMap<>())
          .put(component.name().declaredKey(), tag(result));
    }
    DeclaredTagsEditor editor =
        new DeclaredTagsEditor(new FileLocks(ground.cacheDirectory(), PATIENCE));
    List<DeclaredTagsEditor.Order> orders = new ArrayList<>();
    byFile.forEach(
        (file, tags) ->
            orders.add(new DeclaredTagsEditor.Order(ground.root().resolve(file), file, tags)));
    editor.updateAll(orders, style);
    remember(stale, problems);
    return report("declared", repository, stale, problems);
  }

  private List<TagResult> stale(TaggedRepository repository, Problems problems) {
    CheckReport report = repository.describe(selection, problems);
    for (TagResult result : report.results()) {
      if (result instanceof TagResult.Failed failed) {
        problems.addAll(failed.problems());
      }
    }
    problems.throwIfErrors();
    return report.results().stream().filter(r -> !(r instanceof TagResult.Current)).toList();
  }

  /** So that explain-tags can later say what has changed since. */
  private void remember(List<TagResult> declared, Problems problems) {
    ManifestStore manifests =
        new ManifestStore(ground.cacheDirectory().resolve("ocelot").resolve("manifests"));
    for (TagResult result : declared) {
      result
          .computation()
          .flatMap(c -> manifests.put(new InputManifest(result.component().name(), c.computed())))
          .ifPresent(problems::add);
    }
  }

  private static Tag tag(TagResult result) {
    return result.computation().orElseThrow().computed().tag();
  }

  private static Report report(
      String verb, TaggedRepository repository, List<TagResult> changed, Problems problems) {
    Expectations before = repository.expectations();
    List<String> lines = new ArrayList<>();
    TextTable table = new TextTable("component", "before", "now");
    changed.forEach(r -> table.row(r.component().name().text(), old(before, r), tag(r).text()));
    if (changed.isEmpty()) {
      lines.add("nothing is stale");
    } else {
      lines.addAll(table.lines());
      lines.add(verb + " " + changed.size() + (changed.size() == 1 ? " tag" : " tags"));
    }
    return new Report(lines, problems.all(), json -> write(json, before, changed));
  }

  private static String old(Expectations before, TagResult result) {
    return before.declared(result.component()).map(ExpectedTag::text).orElse("-");
  }

  private static void write(JsonWriter json, Expectations before, List<TagResult> changed) {
    json.object().name("updated").array();
    for (TagResult result : changed) {
      json.object();
      json.name("component").value(result.component().name().text());
      json.name("before").value(old(before, result));
      json.name("now").value(tag(result).text());
      json.end();
    }
    json.end().end();
  }
}
