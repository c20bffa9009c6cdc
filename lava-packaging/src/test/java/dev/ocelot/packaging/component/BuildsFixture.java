package dev.ocelot.packaging.component;

import dev.ocelot.packaging.builder.Builders;
import dev.ocelot.packaging.builder.Fetching;
import dev.ocelot.packaging.docker.DockerEngine;
import dev.ocelot.packaging.plan.Budget;
import dev.ocelot.packaging.plan.OnFailure;
import dev.ocelot.packaging.plan.Resources;
import dev.ocelot.packaging.platform.Platforms;
import dev.ocelot.packaging.process.LocalProcessRunner;
import dev.ocelot.packaging.progress.Progress;
import dev.ocelot.packaging.source.FileFetcher;
import dev.ocelot.packaging.source.SourceCache;
import dev.ocelot.packaging.source.SourceLimits;
import dev.ocelot.packaging.store.Store;
import dev.ocelot.tag.component.RepositoryRoot;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** A repository, a store and an output directory for building components in tests. */
final class BuildsFixture {
  private final ComponentRepository repository;
  private final Path store;
  private final Path output;
  private final DockerEngine engine;
  private final Map<String, String> environment = new TreeMap<>();
  private HostScripts hostScripts = HostScripts.REFUSED;

  BuildsFixture(Path folder, DockerEngine engine) {
    this.repository = new ComponentRepository(folder.resolve("repo"));
    this.store = folder.resolve("store");
    this.output = folder.resolve("target/ocelot");
    this.engine = engine;
  }

  ComponentRepository repository() {
    return repository;
  }

  Path store() {
    return store;
  }

  Path output(String name) {
    return output.resolve(name);
  }

  void environment(String name, String value) {
    environment.put(name, value);
  }

  void allowHostScripts() {
    hostScripts = HostScripts.ALLOWED;
  }

  ComponentBuildRequest request() {
    return new ComponentBuildRequest(
        new RepositoryRoot(repository.root()),
        repository.tagged(),
        output,
        "1.0",
        environment,
        hostScripts,
        OnFailure.CONTINUE);
  }

  /** As a new run: nothing is known but what the store remembers. */
  ComponentBuilds builds() {
    Store opened = Store.open(store);
    Platforms platforms = Platforms.standard();
    Builders builders =
        new Builders(
            new RepositoryRoot(repository.root()),
            platforms,
            opened.memory("builders"),
            engine,
            Fetching.FORBIDDEN,
            Progress.none());
    return new ComponentBuilds(
        new ComponentBuilds.Services(
            opened,
            new Budget("test", new Resources(2, 1)),
            Progress.none(),
            platforms,
            engine,
            builders,
            new LocalProcessRunner(),
            new SourceCache(
                store.resolveSibling("sources"),
                List.of(new FileFetcher()),
                SourceLimits.USUAL,
                Progress.none())));
  }

  ComponentBuildReport build() {
    return builds().build(request());
  }
}
