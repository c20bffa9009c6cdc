package dev.ocelot.packaging.artifact;

import dev.ocelot.packaging.json.JsonFile;
import dev.ocelot.packaging.json.JsonNode;
import dev.ocelot.packaging.json.JsonTree;
import dev.ocelot.problem.FileAccessProblem;
import dev.ocelot.problem.Location;
import dev.ocelot.problem.Problem;
import dev.ocelot.problem.ProblemException;
import dev.ocelot.problem.ProblemId;
import dev.ocelot.problem.Problems;
import dev.ocelot.problem.Remedy;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The list of a module's artifacts, {@code artifacts.json} in its output directory: sorted, written
 * whole, each entry owned by the goal that made it.
 *
 * @param outputDirectory the module's output directory; entries name files below it
 * @param shownAs how problems name the file
 */
public record ArtifactsFile(Path outputDirectory, String shownAs) {
  /** The file's name. */
  public static final String NAME = "artifacts.json";

  /** What the file says of itself. */
  static final String SCHEMA = "artifacts";

  /**
   * Where it lies.
   *
   * @return the file
   */
  public Path file() {
    return outputDirectory.resolve(NAME);
  }

  /**
   * Whether something was listed.
   *
   * @return true when the file exists
   */
  public boolean exists() {
    return Files.exists(file());
  }

  /**
   * Reads the list.
   *
   * @param problems takes what is wrong; a missing file is wrong, see {@link #exists}
   * @return the artifacts, sorted; empty when a problem was added
   */
  public List<Artifact> read(Problems problems) {
    Optional<JsonNode> root = new JsonTree().read(file(), shownAs, problems);
    List<Artifact> found =
        root.map(document -> new EntryReader().read(document, problems)).orElse(List.of());
    return found.stream().sorted().toList();
  }

  /**
   * Puts a goal's artifacts in the place of those that it listed before, and of those that are the
   * same thing or the same file. All others stay.
   *
   * @param producer the goal, such as {@code build-components}
   * @param made what it made now
   * @return the whole list
   * @throws ProblemException when the file on disk is damaged, or cannot be written
   */
  public List<Artifact> replace(String producer, List<Artifact> made) {
    Problems problems = new Problems();
    List<Artifact> before = exists() ? read(problems) : List.of();
    if (problems.hasErrors()) {
      throw new ProblemException(
          problems.all().stream()
              .map(p -> p.withRemedy(Remedy.advice("remove " + shownAs + " and build again")))
              .toList());
    }
    Stream<Artifact> kept =
        before.stream()
            .filter(old -> !old.producer().equals(producer))
            .filter(old -> made.stream().noneMatch(artifact -> replaces(artifact, old)));
    List<Artifact> all = Stream.concat(kept, made.stream()).sorted().toList();
    try {
      JsonFile.write(file(), json -> new EntryWriter(json).write(all));
    } catch (IOException e) {
      throw new ProblemException(
          Problem.error(ProblemId.FILE_ACCESS, shownAs + " cannot be written: " + e)
              .at(Location.of(shownAs))
              .withRemedy(FileAccessProblem.MAKE_ROOM),
          e);
    }
    return all;
  }

  private static boolean replaces(Artifact made, Artifact old) {
    return made.id().isSameThing(old.id()) || made.file().equals(old.file());
  }
}
