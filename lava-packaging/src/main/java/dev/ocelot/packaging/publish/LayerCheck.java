package dev.ocelot.packaging.publish;

import dev.ocelot.packaging.artifact.Artifact;
import dev.ocelot.packaging.artifact.ArtifactRecord;
import dev.ocelot.packaging.artifact.ArtifactsFile;
import dev.ocelot.packaging.artifact.Publication;
import dev.ocelot.packaging.platform.Platform;
import dev.ocelot.packaging.platform.Platforms;
import dev.ocelot.packaging.platform.Vocabulary;
import dev.ocelot.problem.Problem;
import dev.ocelot.problem.Problems;
import dev.ocelot.problem.Remedy;
import java.util.Optional;

/**
 * Whether a listed artifact can be published as a layer: its file, its platform, its sizes, its
 * name.
 */
final class LayerCheck {
  private final PublishSettings settings;
  private final Platforms platforms;
  private final Problems problems;

  LayerCheck(PublishSettings settings, Platforms platforms, Problems problems) {
    this.settings = settings;
    this.platforms = platforms;
    this.problems = problems;
  }

  /** The layer, unless something is wrong with it. */
  Optional<BuiltLayer> layer(ArtifactsFile list, Artifact artifact, Publication.Layer facts) {
    BuiltFile file = new BuiltFile(list, artifact, problems);
    Optional<ArtifactRecord> record = file.checkedRecord();
    Optional<BuiltLayer.Architecture> architecture = architecture(artifact);
    if (record.isEmpty()
        || architecture.isEmpty()
        || isTooLarge(artifact, facts)
        || hasNoWay(artifact)) {
      return Optional.empty();
    }
    String version = version(artifact, facts);
    return name(artifact, facts, version, architecture.get())
        .map(
            name ->
                new BuiltLayer(
                    artifact, facts, record.get(), file.path(), name, version, architecture.get()));
  }

  private Optional<BuiltLayer.Architecture> architecture(Artifact artifact) {
    Optional<BuiltLayer.Architecture> architecture =
        platforms
            .spelled(artifact.id().platform())
            .flatMap(
                platform ->
                    platform
                        .word(Vocabulary.LAMBDA)
                        .map(word -> new BuiltLayer.Architecture(platform.shortName(), word)));
    if (architecture.isEmpty()) {
      problems.add(
          Problem.error(
                  PublishProblems.LAYER_REFUSED,
                  artifact.id() + " is for a platform without layers")
              .comparing(artifact.id().platform(), platformsWithLayers()));
    }
    return architecture;
  }

  private String platformsWithLayers() {
    return String.join(
        ", ",
        platforms.all().stream()
            .filter(platform -> platform.word(Vocabulary.LAMBDA).isPresent())
            .map(Platform::name)
            .toList());
  }

  private boolean isTooLarge(Artifact artifact, Publication.Layer facts) {
    if (facts.unpackedSize() <= Publication.Layer.MOST_UNPACKED_BYTES) {
      return false;
    }
    problems.add(
        Problem.error(PublishProblems.LAYER_REFUSED, artifact.id() + " is too large for a layer")
            .comparing(
                facts.unpackedSize() + " bytes unpacked",
                "at most " + Publication.Layer.MOST_UNPACKED_BYTES));
    return true;
  }

  /** A call carries so much and no more, and the way around needs a bucket. */
  private boolean hasNoWay(Artifact artifact) {
    long size = artifact.digests().size();
    if (settings.publisher() != PublisherKind.AWS
        || !settings.bucket().isEmpty()
        || size <= PublishSettings.MOST_DIRECT_BYTES) {
      return false;
    }
    problems.add(
        Problem.error(
                PublishProblems.LAYER_REFUSED,
                artifact.id() + " is too large to be sent to AWS Lambda directly")
            .comparing(size + " bytes", "at most " + PublishSettings.MOST_DIRECT_BYTES)
            .withRemedy(
                Remedy.advice(
                    "name a bucket of S3 in publish.yaml, such as bucket: my-layers-{region}")));
    return true;
  }

  /** The declared version, else the collector's, else that of the module that built the layer. */
  private String version(Artifact artifact, Publication.Layer facts) {
    String declared = settings.layer().layerVersion();
    boolean own = declared.isEmpty() && facts.collectorVersion().isEmpty();
    return LayerNaming.version(
        own ? artifact.id().version() : declared, facts.collectorVersion(), "");
  }

  private Optional<LayerName> name(
      Artifact artifact,
      Publication.Layer facts,
      String version,
      BuiltLayer.Architecture architecture) {
    String text =
        new LayerNaming(
                settings.layer().name(),
                architecture.shortName(),
                facts.distribution(),
                version,
                settings.layer().releaseGroup())
            .text();
    if (LayerName.isName(text)) {
      return Optional.of(new LayerName(text));
    }
    problems.add(
        Problem.error(
                PublishProblems.LAYER_REFUSED,
                "the name of the layer of " + artifact.id() + " is too long")
            .comparing(text.length() + " characters", "at most " + LayerName.LONGEST)
            .withRemedy(
                Remedy.advice("shorten layer.name, layer.layer-version or layer.release-group")));
    return Optional.empty();
  }
}
