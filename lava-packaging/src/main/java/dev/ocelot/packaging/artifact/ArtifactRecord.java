package dev.ocelot.packaging.artifact;

import dev.ocelot.packaging.json.JsonFile;
import dev.ocelot.packaging.json.JsonTree;
import dev.ocelot.problem.Problems;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Everything that is kept about one artifact, in {@code F.json} beside the artifact {@code F}.
 *
 * <p>Holds no time, host, user, absolute path or random id: the same inputs give the same bytes.
 *
 * @param id which artifact
 * @param file its file name, without folders
 * @param digests what its bytes are
 * @param contentDigest sha256 over sorted names, modes and contents, which stays when only the
 *     packing changes
 * @param tag the structural tag with its inputs
 * @param buildKey sha256 over everything that shaped the bytes
 * @param builderDigest of the builder image, or empty when none was used
 * @param sources what was fetched for it, in the order of declaration
 * @param tools what shaped its bytes; kept sorted by name
 * @param options what was chosen, name to value; kept sorted
 */
public record ArtifactRecord(
    ArtifactId id,
    String file,
    FileDigests digests,
    String contentDigest,
    RecordedTag tag,
    String buildKey,
    String builderDigest,
    List<RecordedSource> sources,
    List<RecordedTool> tools,
    SortedMap<String, String> options) {

  /** The extension that a record adds to its artifact's file name. */
  public static final String EXTENSION = ".json";

  /** What a record says of itself. */
  static final String SCHEMA = "artifact-record";

  /** Keeps copies, in an order that does not depend on how they were gathered. */
  public ArtifactRecord {
    sources = List.copyOf(sources);
    tools =
        tools.stream()
            .sorted(Comparator.comparing(RecordedTool::name).thenComparing(RecordedTool::version))
            .toList();
    options = Collections.unmodifiableSortedMap(new TreeMap<>(options));
    if (file.isEmpty() || file.indexOf('/') >= 0 || file.indexOf('\\') >= 0) {
      throw new IllegalArgumentException("not a file name: " + file);
    }
  }

  /**
   * The file name of this record.
   *
   * @return the artifact's file name and {@value #EXTENSION}
   */
  public String recordName() {
    return file + EXTENSION;
  }

  /**
   * The record as it is written.
   *
   * @return JSON in UTF-8; the same record gives the same bytes
   */
  public byte[] toJson() {
    return JsonFile.bytes(json -> new RecordWriter(json).write(this));
  }

  /**
   * Writes the record beside its artifact, whole.
   *
   * @param folder the folder that holds the artifact
   * @return the record's file
   * @throws IOException when it cannot be written
   */
  public Path write(Path folder) throws IOException {
    Path target = folder.resolve(recordName());
    JsonFile.write(target, json -> new RecordWriter(json).write(this));
    return target;
  }

  /**
   * Reads a record.
   *
   * @param file the record's file
   * @param shownAs how problems name it
   * @param problems takes what is wrong, with line and column
   * @return the record, or empty when a problem was added
   */
  public static Optional<ArtifactRecord> read(Path file, String shownAs, Problems problems) {
    return new JsonTree()
        .read(file, shownAs, problems)
        .flatMap(root -> new RecordReader().read(root, problems));
  }
}
