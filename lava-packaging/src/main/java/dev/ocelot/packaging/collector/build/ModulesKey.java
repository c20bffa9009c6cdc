package dev.ocelot.packaging.collector.build;

import dev.ocelot.packaging.collector.toolchain.GoToolchain;
import dev.ocelot.packaging.collector.upstream.Upstream;
import dev.ocelot.packaging.store.BuildKey;

/** Makes up the build key of a selection's settled modules. */
final class ModulesKey {
  /** Raised whenever a change of Ocelot's own settles other modules. */
  private static final String SCHEMA = "2";

  private ModulesKey() {}

  static BuildKey of(LayerJob job, Upstream upstream, GoToolchain toolchain) {
    BuildKey.Builder key =
        BuildKey.builder()
            .add("the way Ocelot settles modules", SCHEMA)
            .add("the kind", "collector modules")
            .add("the upstream's commit", upstream.revision().commit())
            .add("the version of Go", toolchain.version());
    if (!toolchain.builder().isEmpty()) {
      key.add("the builder", toolchain.builder());
    }
    job.overlay().stream()
        .filter(file -> file.target().endsWith(".go"))
        .forEach(file -> key.add(file.target(), file.sha256()));
    job.requirements()
        .forEach(
            needed ->
                key.add("module " + needed.path(), needed.version() + " " + needed.strength()));
    return key.build();
  }
}
