package dev.ocelot.packaging.collector.build;

import dev.ocelot.packaging.collector.toolchain.GoToolchain;
import dev.ocelot.packaging.collector.upstream.Upstream;
import dev.ocelot.packaging.store.BuildKey;

/** Makes up the build key of a layer: everything that shapes its bytes. */
final class LayerKey {
  /** Raised whenever a change of Ocelot's own makes other files of the same inputs. */
  private static final String SCHEMA = "2";

  private LayerKey() {}

  static BuildKey of(LayerJob job, Upstream upstream, GoToolchain toolchain, BuildKey modules) {
    BuildKey.Builder key =
        BuildKey.builder()
            .add("the way Ocelot builds", SCHEMA)
            .add("the kind", "collector layer")
            .add("the name", job.distribution())
            .add("the platform", job.platform().name())
            .add("the upstream's commit", upstream.revision().commit())
            .add("the collector's version", upstream.collectorVersion())
            .add("the build tags", String.join(",", job.buildTags()))
            .add("the compiler's flags", String.join(" ", upstream.recipe().flags()))
            .add("the compiler's environment", upstream.recipe().environment().toString())
            .add("the configuration's files", upstream.recipe().configFiles())
            .add("the linker's flags", linkerFlags(upstream))
            .add("the version of Go", toolchain.version());
    if (!toolchain.builder().isEmpty()) {
      key.add("the builder", toolchain.builder());
    }
    job.overlay().forEach(file -> key.add(file.target(), file.sha256()));
    job.requirements().forEach(needed -> key.add("module " + needed.path(), needed.version()));
    return key.add("the settled modules", modules.sha256())
        .add("the packing", LayerAction.packing(1).format() + " " + LayerAction.packing(1).level())
        .add("the epoch", Long.toString(LayerAction.packing(1).epochSeconds()))
        .build();
  }

  /** What the upstream's own build gives to the linker. */
  static String linkerFlags(Upstream upstream) {
    return upstream.recipe().ldflags(upstream.revision().commit(), upstream.collectorVersion());
  }
}
