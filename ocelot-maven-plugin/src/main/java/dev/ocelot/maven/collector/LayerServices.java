package dev.ocelot.maven.collector;

import dev.ocelot.maven.Ground;
import dev.ocelot.packaging.builder.Builders;
import dev.ocelot.packaging.builder.Fetching;
import dev.ocelot.packaging.collector.build.CollectorBuildRequest;
import dev.ocelot.packaging.collector.build.CollectorBuilds;
import dev.ocelot.packaging.collector.build.SizeBudget;
import dev.ocelot.packaging.collector.toolchain.Toolchains;
import dev.ocelot.packaging.collector.verify.LayerVerification;
import dev.ocelot.packaging.docker.DockerCommandLine;
import dev.ocelot.packaging.docker.DockerEngine;
import dev.ocelot.packaging.plan.Budget;
import dev.ocelot.packaging.platform.Platforms;
import dev.ocelot.packaging.process.Cancellation;
import dev.ocelot.packaging.process.LocalProcessRunner;
import dev.ocelot.packaging.process.ProcessRunner;
import dev.ocelot.packaging.process.Tools;
import dev.ocelot.packaging.progress.Progress;
import dev.ocelot.packaging.source.git.GitCheckouts;
import dev.ocelot.packaging.store.Store;
import java.io.File;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/** Puts together what layers are built and verified with. */
final class LayerServices {
  private final Ground ground;
  private final Path cache;
  private final Store store;
  private final Progress progress;
  private final ProcessRunner runner = new LocalProcessRunner();

  LayerServices(Ground ground, @Nullable File store) {
    this.ground = ground;
    this.cache = ground.cacheDirectory().resolve("ocelot");
    this.store = Store.open(store == null ? cache.resolve("store") : store.toPath());
    this.progress = ground.console().progress();
  }

  GitCheckouts checkouts() {
    GitCheckouts.Network network =
        ground.online() ? GitCheckouts.Network.ONLINE : GitCheckouts.Network.OFFLINE;
    return new GitCheckouts(cache.resolve("git"), runner, ground.environment(), network, progress);
  }

  CollectorBuilds builds() {
    DockerEngine engine =
        new DockerCommandLine(runner, new Tools(ground.environment()), Cancellation.never());
    Builders builders =
        new Builders(
            ground.root(),
            Platforms.standard(),
            store.memory("builders"),
            engine,
            ground.online() ? Fetching.ALLOWED : Fetching.FORBIDDEN,
            progress);
    Toolchains toolchains = new Toolchains(runner, builders, engine, store.memory("go"), progress);
    return new CollectorBuilds(
        store, Budget.ofMachine(), toolchains, SizeBudget.OF_LAMBDA, progress);
  }

  LayerVerification verification() {
    return new LayerVerification(store, Budget.ofMachine(), runner, progress);
  }

  CollectorBuildRequest.Downloads downloads() {
    return ground.online()
        ? CollectorBuildRequest.Downloads.ALLOWED
        : CollectorBuildRequest.Downloads.FORBIDDEN;
  }
}
