package dev.ocelot.tag.explain;

import dev.ocelot.problem.Location;
import dev.ocelot.problem.Problem;
import dev.ocelot.problem.ProblemException;
import dev.ocelot.problem.ProblemId;
import dev.ocelot.tag.Tag;
import dev.ocelot.tag.component.ComponentName;
import dev.ocelot.yaml.YamlFile;
import dev.ocelot.yaml.YamlLimits;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The manifests that were kept, one small file for each component and tag.
 *
 * <p>This is a cache: a manifest that is missing, foreign or damaged is simply not known, and one
 * that cannot be kept is a warning. Several processes may use one store at once.
 */
public final class ManifestStore {
  /** The newest manifests of a component that are kept; older ones would not be asked for. */
  private static final int KEPT = 64;

  private static final String ENDING = ".json";

  private final Path folder;

  /**
   * A store.
   *
   * @param folder where it lies; made when the first manifest is kept
   */
  public ManifestStore(Path folder) {
    this.folder = folder;
  }

  /**
   * Finds what a tag was computed from.
   *
   * @param component the component
   * @param tag its tag
   * @return the manifest; empty when it is not known
   */
  public Optional<InputManifest> find(ComponentName component, Tag tag) {
    return read(file(component, tag))
        .flatMap(ManifestFormat::read)
        .filter(found -> found.component().equals(component))
        .filter(found -> found.computed().tag().equals(tag));
  }

  /**
   * Keeps a manifest, in place of any for the same component and tag.
   *
   * @param manifest what to keep
   * @return a warning when that was not possible; empty when it is kept
   */
  public Optional<Problem> put(InputManifest manifest) {
    Path file = file(manifest.component(), manifest.computed().tag());
    byte[] bytes = ManifestFormat.write(manifest);
    if (read(file).filter(there -> Arrays.equals(there, bytes)).isPresent()) {
      return Optional.empty();
    }
    try {
      Path own = Files.createDirectories(folder.resolve(manifest.component().text()));
      replace(own, file, bytes);
      prune(own);
      return Optional.empty();
    } catch (IOException e) {
      return Optional.of(
          Problem.warning(
                  ProblemId.FILE_ACCESS,
                  "the inputs of "
                      + manifest.component()
                      + " were not recorded for later explanations: "
                      + e)
              .at(Location.of(file.toString())));
    }
  }

  private Path file(ComponentName component, Tag tag) {
    return folder.resolve(component.text()).resolve(tag + ENDING);
  }

  private static Optional<byte[]> read(Path file) {
    try {
      return Optional.of(YamlFile.bytes(file, file.toString(), YamlLimits.DEFAULT));
    } catch (ProblemException unreadable) {
      return Optional.empty();
    }
  }

  private static void replace(Path own, Path file, byte[] bytes) throws IOException {
    Path temporary = Files.createTempFile(own, "", ".new");
    try {
      Files.write(temporary, bytes);
      Files.move(
          temporary, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    } finally {
      Files.deleteIfExists(temporary);
    }
  }

  /** Removes the oldest files; those that a killed process left half-written are among them. */
  private static void prune(Path folder) throws IOException {
    List<Aged> files = new ArrayList<>();
    try (Stream<Path> listing = Files.list(folder)) {
      for (Path file : (Iterable<Path>) listing::iterator) {
        files.add(new Aged(file, Files.getLastModifiedTime(file)));
      }
    }
    files.sort(Comparator.comparing(Aged::modified).thenComparing(Aged::file).reversed());
    for (Aged old : files.subList(Math.min(KEPT, files.size()), files.size())) {
      Files.deleteIfExists(old.file());
    }
  }

  private record Aged(Path file, FileTime modified) {}
}
