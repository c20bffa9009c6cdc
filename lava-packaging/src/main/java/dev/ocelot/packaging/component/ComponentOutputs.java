package dev.ocelot.packaging.component;

import dev.ocelot.packaging.artifact.Artifact;
import dev.ocelot.packaging.artifact.ArtifactKind;
import dev.ocelot.packaging.artifact.ArtifactRecord;
import dev.ocelot.packaging.artifact.PackedTree;
import dev.ocelot.packaging.artifact.PlacedArtifacts;
import dev.ocelot.packaging.artifact.PlacedArtifacts.Origin;
import dev.ocelot.packaging.artifact.PlacedArtifacts.Place;
import dev.ocelot.packaging.artifact.Publication;
import dev.ocelot.packaging.artifact.RecordedSource;
import dev.ocelot.packaging.artifact.RecordedTag;
import dev.ocelot.packaging.artifact.RecordedTool;
import dev.ocelot.packaging.artifact.bom.BillOfMaterials;
import dev.ocelot.packaging.artifact.bom.Provenance;
import dev.ocelot.packaging.builder.BuilderImage;
import dev.ocelot.packaging.store.StoreEntry;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.SortedMap;
import java.util.TreeMap;

/** Puts finished components where users look for them, each with its record. */
final class ComponentOutputs {
  private static final String PRODUCER = "build-components";

  private static final String LAYERS = "layers";

  private final Path output;
  private final PlacedArtifacts placed;

  ComponentOutputs(Path output, String version) {
    this.output = output;
    this.placed = new PlacedArtifacts(output, version, PRODUCER);
  }

  /**
   * Writes the list of what was placed.
   *
   * @return all that the goal made
   */
  List<Artifact> list() {
    return placed.list();
  }

  /**
   * Places what came of a job: the archive, and the layer if it is one.
   *
   * @param job the job
   * @param entry its result
   */
  void place(BuildJob job, StoreEntry entry) {
    Origin origin = origin(job);
    placed.place(
        entry,
        new Place(
            ArtifactKind.COMPONENT,
            "components/" + job.component(),
            PackedArtifact.archive(job),
            Publication.NONE),
        origin);
    if (job.isLayer()) {
      long size = PackedTree.read(entry.path(PackedTree.factsName())).unpackedSize();
      ArtifactRecord layer =
          placed.place(
              entry,
              new Place(
                  ArtifactKind.LAYER,
                  LAYERS,
                  PackedArtifact.layer(job),
                  Publication.Layer.ofComponent(job.component(), size)),
              origin);
      new BillOfMaterials(layer, SourceParts.of(job.settings().sources())).write(folder(LAYERS));
      new Provenance(layer).write(folder(LAYERS));
    }
  }

  private Path folder(String name) {
    return output.resolve(name);
  }

  private static Origin origin(BuildJob job) {
    BuilderImage builder = job.builder();
    return new Origin(
        job.component(),
        job.platform().name(),
        RecordedTag.of(job.tagged().tag()),
        job.key().sha256(),
        builder == null ? "" : builder.digest(),
        sources(job),
        tools(job),
        options(job));
  }

  private static List<RecordedSource> sources(BuildJob job) {
    return job.settings().sources().stream()
        .map(DeclaredSource::source)
        .map(source -> new RecordedSource(source.address(), "", source.sha256()))
        .toList();
  }

  private static List<RecordedTool> tools(BuildJob job) {
    BuilderImage builder = job.builder();
    return builder == null
        ? List.of()
        : builder.bases().entrySet().stream()
            .map(base -> new RecordedTool(base.getKey(), base.getValue()))
            .toList();
  }

  private static SortedMap<String, String> options(BuildJob job) {
    SortedMap<String, String> options = new TreeMap<>();
    BuilderImage builder = job.builder();
    options.put("builder", builder == null ? BuildPlace.HOST : builder.name());
    if (builder != null) {
      options.put("builder-platform", builder.platform().name());
    }
    ComponentBuildSettings settings = job.settings();
    options.put("network", settings.network().name().toLowerCase(Locale.ROOT));
    options.put("format", settings.packing().format().extension());
    options.put("level", Integer.toString(settings.packing().level()));
    options.put("epoch", Long.toString(settings.packing().epoch()));
    return options;
  }
}
