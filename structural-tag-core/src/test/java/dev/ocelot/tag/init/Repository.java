package dev.ocelot.tag.init;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ocelot.concurrent.ParallelMap;
import dev.ocelot.file.FileLocks;
import dev.ocelot.problem.Problems;
import dev.ocelot.tag.TagCalculator;
import dev.ocelot.tag.audit.Audit;
import dev.ocelot.tag.audit.Finding;
import dev.ocelot.tag.audit.StaleComponents;
import dev.ocelot.tag.check.Expectations;
import dev.ocelot.tag.check.TagCheck;
import dev.ocelot.tag.check.TagResult;
import dev.ocelot.tag.check.TagSource;
import dev.ocelot.tag.component.ComponentLayout;
import dev.ocelot.tag.component.Components;
import dev.ocelot.tag.component.RepositoryRoot;
import dev.ocelot.tag.script.ComponentInputs;
import dev.ocelot.tag.script.ScriptEvaluator;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;

/** A repository on disk and what the other packages say about it. */
final class Repository {
  final Path root;
  private final Path cache;

  Repository(Path scratch) throws IOException {
    root = Files.createDirectories(scratch.resolve("repo"));
    cache = scratch.resolve("cache");
  }

  Repository write(String file, String text) throws IOException {
    Files.createDirectories(root.resolve(file).getParent());
    Files.writeString(root.resolve(file), text, StandardCharsets.ISO_8859_1);
    return this;
  }

  String read(String file) throws IOException {
    return Files.readString(root.resolve(file), StandardCharsets.ISO_8859_1);
  }

  Components components() {
    Problems problems = new Problems();
    return Components.discover(RepositoryRoot.of(root), problems);
  }

  InitPlan plan(String name, ComponentLayout layout) {
    return new NewComponent(components()).plan(name, layout);
  }

  void write(InitPlan plan) {
    new InitWriter(RepositoryRoot.of(root), new FileLocks(cache, Duration.ofSeconds(5)))
        .write(plan);
  }

  /** State by component, as the check sees it. */
  SortedMap<String, String> states() {
    Problems problems = new Problems();
    Components components = Components.discover(RepositoryRoot.of(root), problems);
    Expectations expectations = Expectations.read(components, Map.of(), problems);
    assertThat(problems.all()).isEmpty();
    TagCalculator calculator = new TagCalculator(root);
    SortedMap<String, String> states = new TreeMap<>();
    for (TagResult result :
        new TagCheck(
                new ComponentInputs(components.root(), calculator, ScriptEvaluator.REFUSING),
                calculator::describe,
                TagSource.DECLARED,
                ParallelMap.onCallingThread())
            .check(components, expectations)
            .results()) {
      states.put(result.component().name().text(), result.state());
    }
    return states;
  }

  List<String> audit() {
    Components components = components();
    return new Audit(
            components,
            new ComponentInputs(
                components.root(), new TagCalculator(root), ScriptEvaluator.REFUSING))
        .run(StaleComponents.of(Map.of(), LocalDate.of(2026, 11, 21))).stream()
            .map(Repository::brief)
            .toList();
  }

  private static String brief(Finding finding) {
    return finding.rule().severity() + " " + finding.rule() + " " + finding.subject();
  }

  /** Every file with its content, and every folder, to see that nothing changed. */
  SortedMap<String, String> everything() throws IOException {
    SortedMap<String, String> all = new TreeMap<>();
    try (Stream<Path> paths = Files.walk(root)) {
      for (Path path : (Iterable<Path>) paths::iterator) {
        String name = root.relativize(path).toString();
        all.put(name, Files.isRegularFile(path) ? read(name) : "folder");
      }
    }
    return all;
  }
}
