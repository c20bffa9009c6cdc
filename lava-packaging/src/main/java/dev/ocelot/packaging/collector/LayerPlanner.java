package dev.ocelot.packaging.collector;

import dev.ocelot.packaging.collector.build.LayerJob;
import dev.ocelot.packaging.collector.build.OverlayFile;
import dev.ocelot.packaging.collector.build.Requirement;
import dev.ocelot.packaging.collector.distribution.DeclaredModule;
import dev.ocelot.packaging.collector.distribution.DeclaredTag;
import dev.ocelot.packaging.collector.distribution.Distribution;
import dev.ocelot.packaging.collector.distribution.ModuleOverride;
import dev.ocelot.packaging.collector.distribution.Selection;
import dev.ocelot.packaging.collector.upstream.Overlay;
import dev.ocelot.packaging.collector.upstream.Upstream;
import dev.ocelot.packaging.collector.upstream.Wrapper;
import dev.ocelot.packaging.platform.Platform;
import dev.ocelot.packaging.version.GoSemver;
import dev.ocelot.problem.FileAccessProblem;
import dev.ocelot.problem.Location;
import dev.ocelot.problem.Problems;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/** Turns distributions into jobs for one upstream, and says everything that does not fit. */
public final class LayerPlanner {
  private static final String WRAPPERS = "components/collector/lambdacomponents/";
  private static final String COMMON = "components/common/";
  private static final String CONFIGURATION = "config.yaml";

  private final CollectorRepository repository;
  private final Upstream upstream;
  private final Problems problems;

  /**
   * A planner.
   *
   * @param repository what is declared
   * @param upstream what it is built from
   * @param problems takes everything that does not fit
   */
  public LayerPlanner(CollectorRepository repository, Upstream upstream, Problems problems) {
    this.repository = repository;
    this.upstream = upstream;
    this.problems = problems;
  }

  /**
   * Plans.
   *
   * @param distributions what to build
   * @param platforms for each of them
   * @return a job for each distribution and platform; of no use when an error was added
   */
  public List<LayerJob> plan(List<Distribution> distributions, List<Platform> platforms) {
    List<LayerJob> jobs = new ArrayList<>();
    for (Distribution distribution : distributions) {
      check(distribution);
      SortedSet<String> tags = new TreeSet<>();
      distribution.tags().forEach(tag -> tags.add(tag.text()));
      List<OverlayFile> overlay = overlay(distribution, tags);
      List<Requirement> requirements = requirements(tags);
      for (Platform platform : platforms) {
        jobs.add(
            new LayerJob(
                distribution.name(),
                distribution.description(),
                List.copyOf(tags),
                overlay,
                requirements,
                platform,
                distribution.location()));
      }
    }
    return jobs;
  }

  private void check(Distribution distribution) {
    Map<String, Location> declared = new LinkedHashMap<>();
    for (DeclaredTag tag : distribution.tags()) {
      declared.put(tag.text(), tag.location());
    }
    SortedSet<String> added = repository.modules().tags();
    upstream.vocabulary().check(declared, added, repository.overlay(), problems);
    repository
        .configurations()
        .read(distribution, problems)
        .ifPresent(config -> new ConfiguredTypes(distribution, added, problems).check(config));
  }

  private List<OverlayFile> overlay(Distribution distribution, SortedSet<String> tags) {
    SortedMap<String, OverlayFile> files = new TreeMap<>();
    for (Wrapper wrapper : repository.overlay().wrappers()) {
      if (wrapper.constraint().matches(tags)) {
        String name = wrapper.kind() + "/" + wrapper.fileName();
        add(files, WRAPPERS + name, "lambdacomponents/" + name, wrapper.file());
      }
    }
    for (Overlay.CommonFile common : repository.overlay().common()) {
      add(files, COMMON + common.path(), "common/" + common.path(), common.file());
    }
    // A file that is not there was said when the distribution was checked.
    Optional<Path> configuration = repository.configurations().find(distribution, new Problems());
    configuration.ifPresent(
        file -> add(files, "config/examples/" + distribution.configFile(), CONFIGURATION, file));
    return List.copyOf(files.values());
  }

  private void add(Map<String, OverlayFile> files, String source, String target, Path file) {
    try {
      files.put(target, new OverlayFile(source, target, Files.readAllBytes(file)));
    } catch (IOException e) {
      problems.add(FileAccessProblem.of(source, "read", e));
    }
  }

  private List<Requirement> requirements(SortedSet<String> tags) {
    SortedMap<String, Requirement> needed = new TreeMap<>();
    SortedSet<String> selected = Selection.of(tags, repository.modules());
    for (DeclaredModule module : repository.modules().modules(selected)) {
      Optional<String> version =
          module.version().isEmpty()
              ? upstream.versions().versionFor(module.path(), module.location(), problems)
              : Optional.of(module.version());
      version.ifPresent(
          exact ->
              needed.put(
                  module.path(),
                  new Requirement(
                      module.path(), exact, Requirement.Strength.EXACT, module.location())));
    }
    for (ModuleOverride override : repository.modules().overrides()) {
      raise(override, needed);
    }
    return List.copyOf(needed.values());
  }

  /** Nothing is ever lowered: a module that is new enough already stays as it is. */
  private void raise(ModuleOverride override, Map<String, Requirement> needed) {
    Requirement declared = needed.get(override.path());
    String present =
        declared == null
            ? upstream.goMod().versionOf(override.path()).orElse("")
            : declared.version();
    if (present.isEmpty() || GoSemver.compare(present, override.version()) < 0) {
      needed.put(
          override.path(),
          new Requirement(
              override.path(),
              override.version(),
              Requirement.Strength.AT_LEAST,
              override.location()));
    }
  }
}
