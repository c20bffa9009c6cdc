package dev.ocelot.packaging.artifact;

import dev.ocelot.packaging.store.StoreEntry;
import dev.ocelot.packaging.store.StoredFile;
import dev.ocelot.problem.FileAccessProblem;
import dev.ocelot.problem.Location;
import dev.ocelot.problem.Problem;
import dev.ocelot.problem.ProblemException;
import dev.ocelot.problem.ProblemId;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;

/** Puts what one goal made where users look for it, each file with its record, and lists it. */
public final class PlacedArtifacts {
  private final Path output;
  private final String version;
  private final String producer;
  private final List<Artifact> placed = new ArrayList<>();

  /**
   * Of a goal in a module.
   *
   * @param output the module's output directory
   * @param version of the module
   * @param producer the goal, such as {@code build-components}
   */
  public PlacedArtifacts(Path output, String version, String producer) {
    this.output = output;
    this.version = version;
    this.producer = producer;
  }

  /**
   * How an artifact came to be, apart from its bytes.
   *
   * @param name what it was built from
   * @param platform what it runs on, or {@link ArtifactId#ANY_PLATFORM}
   * @param tag the structural tag
   * @param buildKey sha256 over everything that shaped the bytes
   * @param builderDigest of the builder image, or empty
   * @param sources what was fetched for it
   * @param tools what shaped its bytes
   * @param options what was chosen
   */
  public record Origin(
      String name,
      String platform,
      RecordedTag tag,
      String buildKey,
      String builderDigest,
      List<RecordedSource> sources,
      List<RecordedTool> tools,
      SortedMap<String, String> options) {}

  /**
   * A file of a store entry and the place that it goes to.
   *
   * @param kind what sort of thing it is
   * @param folder below the output directory, with forward slashes
   * @param file its name, in the entry as in the folder
   * @param publication how it is published
   */
  public record Place(ArtifactKind kind, String folder, String file, Publication publication) {}

  /**
   * Places a file and writes its record beside it.
   *
   * @param entry holds the file
   * @param place where it goes
   * @param origin how it came to be
   * @return its record
   * @throws ProblemException {@code file-access} when it cannot be written
   */
  public ArtifactRecord place(StoreEntry entry, Place place, Origin origin) {
    Path folder = output.resolve(place.folder());
    Path file = folder.resolve(place.file());
    StoredFile stored = entry.place(place.file(), file);
    PackedTree packed = PackedTree.read(entry.path(PackedTree.factsName()));
    try {
      ArtifactRecord record =
          new ArtifactRecord(
              new ArtifactId(place.kind(), origin.name(), version, origin.platform()),
              place.file(),
              FileDigests.of(file, stored.size(), stored.sha256()),
              packed.contentDigest(),
              origin.tag(),
              origin.buildKey(),
              origin.builderDigest(),
              origin.sources(),
              origin.tools(),
              origin.options());
      record.write(folder);
      placed.add(Artifact.of(record, place.folder(), producer, place.publication()));
      return record;
    } catch (IOException e) {
      throw new ProblemException(
          Problem.error(ProblemId.FILE_ACCESS, "the record of an artifact cannot be written: " + e)
              .at(Location.of(file.toString()))
              .withRemedy(FileAccessProblem.MAKE_ROOM),
          e);
    }
  }

  /**
   * Writes the list of what was placed into {@code artifacts.json}, in the place of what the goal
   * listed before.
   *
   * @return what was placed
   */
  public List<Artifact> list() {
    new ArtifactsFile(output, output.resolve(ArtifactsFile.NAME).toString())
        .replace(producer, placed);
    return List.copyOf(placed);
  }
}
