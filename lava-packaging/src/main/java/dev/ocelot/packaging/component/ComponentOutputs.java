package dev.ocelot.packaging.component;

import dev.ocelot.packaging.artifact.Artifact;
import dev.ocelot.packaging.artifact.ArtifactId;
import dev.ocelot.packaging.artifact.ArtifactKind;
import dev.ocelot.packaging.artifact.ArtifactRecord;
import dev.ocelot.packaging.artifact.ArtifactsFile;
import dev.ocelot.packaging.artifact.FileDigests;
import dev.ocelot.packaging.artifact.Publication;
import dev.ocelot.packaging.artifact.RecordedSource;
import dev.ocelot.packaging.artifact.RecordedTag;
import dev.ocelot.packaging.artifact.RecordedTool;
import dev.ocelot.packaging.builder.BuilderImage;
import dev.ocelot.packaging.store.StoreEntry;
import dev.ocelot.problem.Location;
import dev.ocelot.problem.Problem;
import dev.ocelot.problem.ProblemException;
import dev.ocelot.problem.ProblemId;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.SortedMap;
import java.util.TreeMap;

/** Puts finished components where users look for them, each with its record. */
final class ComponentOutputs {
  private static final String PRODUCER = "build-components";

  private final Path output;
  private final String version;

  ComponentOutputs(Path output, String version) {
    this.output = output;
    this.version = version;
  }

  /**
   * Writes the list of what was built.
   *
   * @param artifacts all that the goal made
   */
  void list(List<Artifact> artifacts) {
    new ArtifactsFile(output, output.resolve(ArtifactsFile.NAME).toString())
        .replace(PRODUCER, artifacts);
  }

  /**
   * Places what came of a job.
   *
   * @param job the job
   * @param entry its result
   * @return the archive, and the layer if it is one
   */
  List<Artifact> place(BuildJob job, StoreEntry entry) {
    ArtifactFacts facts = ArtifactFacts.read(entry.path(ArtifactFacts.NAME));
    List<Placed> files = new ArrayList<>();
    files.add(
        new Placed(
            ArtifactKind.COMPONENT,
            "components/" + job.component(),
            PackedArtifact.archive(job),
            Publication.NONE));
    if (job.isLayer()) {
      files.add(
          new Placed(
              ArtifactKind.LAYER,
              "layers",
              PackedArtifact.layer(job),
              Publication.Layer.ofComponent(job.component(), facts.unpackedSize())));
    }
    List<Artifact> artifacts = new ArrayList<>();
    for (Placed placed : files) {
      entry.place(placed.file(), output.resolve(placed.folder()).resolve(placed.file()));
      artifacts.add(recorded(job, placed, facts));
    }
    return artifacts;
  }

  /** A file in the output directory. */
  private record Placed(ArtifactKind kind, String folder, String file, Publication publication) {}

  private Artifact recorded(BuildJob job, Placed placed, ArtifactFacts facts) {
    Path place = output.resolve(placed.folder());
    try {
      BuilderImage builder = job.builder();
      ArtifactRecord record =
          new ArtifactRecord(
              new ArtifactId(placed.kind(), job.component(), version, job.platform().name()),
              placed.file(),
              FileDigests.of(place.resolve(placed.file())),
              facts.contentDigest(),
              RecordedTag.of(job.tagged().tag()),
              job.key().sha256(),
              builder == null ? "" : builder.digest(),
              sources(job),
              tools(job),
              options(job));
      record.write(place);
      return Artifact.of(record, placed.folder(), PRODUCER, placed.publication());
    } catch (IOException e) {
      throw new ProblemException(
          Problem.error(ProblemId.FILE_ACCESS, "the record of an artifact cannot be written: " + e)
              .at(Location.of(place.resolve(placed.file()).toString()))
              .withRemedy(ComponentProblems.MAKE_ROOM),
          e);
    }
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
