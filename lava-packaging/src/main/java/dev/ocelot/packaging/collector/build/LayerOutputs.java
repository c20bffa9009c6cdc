package dev.ocelot.packaging.collector.build;

import dev.ocelot.packaging.artifact.Artifact;
import dev.ocelot.packaging.artifact.ArtifactKind;
import dev.ocelot.packaging.artifact.ArtifactRecord;
import dev.ocelot.packaging.artifact.PackedTree;
import dev.ocelot.packaging.artifact.PlacedArtifacts;
import dev.ocelot.packaging.artifact.PlacedArtifacts.Origin;
import dev.ocelot.packaging.artifact.PlacedArtifacts.Place;
import dev.ocelot.packaging.artifact.Publication;
import dev.ocelot.packaging.artifact.RecordedSource;
import dev.ocelot.packaging.artifact.RecordedTool;
import dev.ocelot.packaging.artifact.bom.BillOfMaterials;
import dev.ocelot.packaging.artifact.bom.Provenance;
import dev.ocelot.packaging.collector.toolchain.GoToolchain;
import dev.ocelot.packaging.collector.upstream.Upstream;
import dev.ocelot.packaging.source.git.GitLocation;
import dev.ocelot.packaging.store.BuildKey;
import dev.ocelot.packaging.store.StoreEntry;
import java.nio.file.Path;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/** Puts finished layers where users look for them, each with its record, bill and statement. */
final class LayerOutputs {
  private static final String PRODUCER = "build-layers";
  private static final String FOLDER = "layers";

  private final Path output;
  private final Upstream upstream;
  private final GoToolchain toolchain;
  private final PlacedArtifacts placed;

  LayerOutputs(Path output, String version, Upstream upstream, GoToolchain toolchain) {
    this.output = output;
    this.upstream = upstream;
    this.toolchain = toolchain;
    this.placed = new PlacedArtifacts(output, version, PRODUCER);
  }

  /** Bytes of a finished layer's files. */
  static long unpackedSize(StoreEntry entry) {
    return PackedTree.read(entry.path(PackedTree.factsName())).unpackedSize();
  }

  void place(LayerJob job, BuildKey key, StoreEntry entry) {
    Publication publication =
        new Publication.Layer(
            job.distribution(),
            job.description(),
            job.buildTags(),
            upstream.collectorVersion(),
            unpackedSize(entry));
    ArtifactRecord record =
        placed.place(
            entry,
            new Place(ArtifactKind.LAYER, FOLDER, job.fileName(), publication),
            origin(job, key));
    Path folder = output.resolve(FOLDER);
    new BillOfMaterials(record, Licences.read(entry.directory())).write(folder);
    new Provenance(record).write(folder);
    entry.place(LayerAction.sizes(job), folder.resolve(LayerAction.sizes(job)));
  }

  List<Artifact> list() {
    return placed.list();
  }

  private Origin origin(LayerJob job, BuildKey key) {
    return new Origin(
        job.distribution(),
        job.platform().name(),
        LayerTag.of(job, upstream, toolchain),
        key.sha256(),
        toolchain.builder(),
        List.of(new RecordedSource(location(), upstream.revision().commit(), "")),
        List.of(new RecordedTool("go", toolchain.version())),
        options(job));
  }

  /** A place on this machine means nothing on another, so only its name is kept. */
  private String location() {
    GitLocation location = upstream.revision().location();
    String shown = location.shown();
    return location.isLocal() ? "file:" + shown.substring(shown.lastIndexOf('/') + 1) : shown;
  }

  private SortedMap<String, String> options(LayerJob job) {
    SortedMap<String, String> options = new TreeMap<>();
    options.put("ref", upstream.revision().ref());
    options.put("collector-version", upstream.collectorVersion());
    options.put("build-tags", String.join(",", job.buildTags()));
    options.put("linker-flags", LayerKey.linkerFlags(upstream));
    for (Requirement needed : job.requirements()) {
      options.put("module " + needed.path(), needed.version());
    }
    return options;
  }
}
