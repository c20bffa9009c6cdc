package dev.ocelot.maven.component;

import dev.ocelot.maven.Ground;
import dev.ocelot.maven.source.MavenFetcher;
import dev.ocelot.packaging.builder.Builders;
import dev.ocelot.packaging.builder.Fetching;
import dev.ocelot.packaging.component.ComponentBuilds;
import dev.ocelot.packaging.docker.DockerCommandLine;
import dev.ocelot.packaging.docker.DockerEngine;
import dev.ocelot.packaging.plan.Budget;
import dev.ocelot.packaging.platform.Platforms;
import dev.ocelot.packaging.process.Cancellation;
import dev.ocelot.packaging.process.LocalProcessRunner;
import dev.ocelot.packaging.process.ProcessRunner;
import dev.ocelot.packaging.process.Tools;
import dev.ocelot.packaging.progress.Progress;
import dev.ocelot.packaging.source.FileFetcher;
import dev.ocelot.packaging.source.HttpFetcher;
import dev.ocelot.packaging.source.OfflineFetcher;
import dev.ocelot.packaging.source.SourceCache;
import dev.ocelot.packaging.source.SourceFetcher;
import dev.ocelot.packaging.source.SourceLimits;
import dev.ocelot.packaging.store.Store;
import java.nio.file.Path;
import java.util.List;

/** Puts together what builds are done with. */
final class BuildServices {
  private final Ground ground;
  private final Path cache;
  private final Path storeFolder;
  private final MavenFetcher maven;

  BuildServices(Ground ground, Path cache, Path storeFolder, MavenFetcher maven) {
    this.ground = ground;
    this.cache = cache;
    this.storeFolder = storeFolder;
    this.maven = maven;
  }

  ComponentBuilds builds() {
    Store store = Store.open(storeFolder);
    Progress progress = ground.console().progress();
    Platforms platforms = Platforms.standard();
    ProcessRunner runner = new LocalProcessRunner();
    DockerEngine engine =
        new DockerCommandLine(runner, new Tools(ground.environment()), Cancellation.never());
    Builders builders =
        new Builders(
            ground.root(),
            platforms,
            store.memory("builders"),
            engine,
            ground.online() ? Fetching.ALLOWED : Fetching.FORBIDDEN,
            progress);
    return new ComponentBuilds(
        new ComponentBuilds.Services(
            store,
            Budget.ofMachine(),
            progress,
            platforms,
            engine,
            builders,
            runner,
            sources(progress)));
  }

  private SourceCache sources(Progress progress) {
    SourceFetcher web = ground.online() ? HttpFetcher.withDefaultProxies() : new OfflineFetcher();
    return new SourceCache(
        cache.resolve("sources"),
        List.of(web, new FileFetcher(), maven),
        SourceLimits.USUAL,
        progress);
  }
}
