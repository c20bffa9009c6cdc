package dev.ocelot.packaging.publish.copy;

import dev.ocelot.packaging.artifact.Artifact;
import dev.ocelot.packaging.artifact.ArtifactId;
import dev.ocelot.packaging.artifact.ArtifactKind;
import dev.ocelot.packaging.artifact.ArtifactRecord;
import dev.ocelot.packaging.artifact.FileDigests;
import dev.ocelot.packaging.artifact.Publication;
import dev.ocelot.packaging.artifact.RecordedSource;
import dev.ocelot.packaging.artifact.RecordedTag;
import dev.ocelot.packaging.artifact.RecordedTool;
import dev.ocelot.packaging.platform.Platform;
import dev.ocelot.packaging.platform.Platforms;
import dev.ocelot.packaging.platform.Vocabulary;
import dev.ocelot.packaging.publish.BuiltLayer;
import dev.ocelot.packaging.publish.PublishSettings;
import dev.ocelot.packaging.publish.PublishedRow;
import dev.ocelot.packaging.publish.Region;
import dev.ocelot.tag.Tag;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;

/**
 * A layer that was fetched from a region, as its row accounts for it.
 *
 * @param row the row
 * @param file the fetched zip
 * @param digests of the zip
 */
record FetchedLayer(PublishedRow row, Path file, FileDigests digests) {
  private static final int COMMIT_LENGTH = 40;

  /** The layer as if it had just been built, or empty when its row lacks what that takes. */
  Optional<BuiltLayer> layer() {
    Optional<Platform> platform =
        Platforms.standard().all().stream()
            .filter(one -> one.shortName().equals(row.architecture()))
            .findFirst();
    Optional<String> word = platform.flatMap(one -> one.word(Vocabulary.LAMBDA));
    if (word.isEmpty() || row.structuralTag().isEmpty() || row.layerVersion().isEmpty()) {
      return Optional.empty();
    }
    ArtifactRecord record = record(platform.get());
    Publication.Layer facts =
        new Publication.Layer(
            row.distribution(), row.description(), row.buildTags(), row.collectorVersion(), 0);
    return Optional.of(
        new BuiltLayer(
            Artifact.of(record, "layers", "copy-layers", facts),
            facts,
            record,
            file,
            row.layer(),
            row.layerVersion(),
            new BuiltLayer.Architecture(row.architecture(), word.get())));
  }

  private ArtifactRecord record(Platform platform) {
    return new ArtifactRecord(
        new ArtifactId(ArtifactKind.LAYER, row.distribution(), row.layerVersion(), platform.name()),
        file.getFileName().toString(),
        digests,
        row.contentDigest(),
        new RecordedTag(new Tag(row.structuralTag()), List.of()),
        row.buildKey(),
        "",
        row.sources().stream().map(FetchedLayer::source).toList(),
        row.tools().stream().map(FetchedLayer::tool).toList(),
        new TreeMap<>());
  }

  /** The settings under which the row was written, but for the regions. */
  PublishSettings settings(PublishSettings ours, List<Region> regions) {
    return new PublishSettings(
        new PublishSettings.LayerSettings(
            ours.layer().name(),
            row.layerVersion(),
            row.releaseGroup(),
            row.isPublic(),
            row.runtimes(),
            ours.layer().licence()),
        regions,
        ours.table(),
        ours.account(),
        ours.publisher(),
        ours.directory(),
        ours.bucket());
  }

  private static RecordedSource source(String text) {
    int blank = text.lastIndexOf(' ');
    String id = text.substring(blank + 1);
    boolean isCommit = id.length() <= COMMIT_LENGTH;
    return new RecordedSource(
        text.substring(0, Math.max(blank, 0)), isCommit ? id : "", isCommit ? "" : id);
  }

  private static RecordedTool tool(String text) {
    int blank = text.indexOf(' ');
    return blank < 0
        ? new RecordedTool(text, "")
        : new RecordedTool(text.substring(0, blank), text.substring(blank + 1));
  }
}
