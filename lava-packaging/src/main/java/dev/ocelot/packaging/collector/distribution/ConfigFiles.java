package dev.ocelot.packaging.collector.distribution;

import dev.ocelot.problem.FileAccessProblem;
import dev.ocelot.problem.Problem;
import dev.ocelot.problem.ProblemId;
import dev.ocelot.problem.Problems;
import dev.ocelot.problem.Remedy;
import dev.ocelot.yaml.NearMiss;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** The collector configurations that distributions can name: the files of one folder. */
public final class ConfigFiles {
  private final Path folder;
  private final String shownAs;

  /**
   * Of a folder.
   *
   * @param folder {@code config/examples}; it may be missing
   * @param shownAs how problems name it
   */
  public ConfigFiles(Path folder, String shownAs) {
    this.folder = folder;
    this.shownAs = shownAs;
  }

  /**
   * The file that becomes a distribution's configuration.
   *
   * @param distribution the distribution
   * @param problems takes {@code input-missing} where the distribution names a file that is not
   *     there, with the nearest name; {@code file-access} when the folder cannot be read
   * @return the file; empty when the distribution names none, or when a problem was added
   */
  public Optional<Path> find(Distribution distribution, Problems problems) {
    String name = distribution.configFile();
    if (name.isEmpty()) {
      return Optional.empty();
    }
    try {
      List<String> names = names();
      if (names.contains(name)) {
        return Optional.of(folder.resolve(name));
      }
      problems.add(missing(distribution, names));
    } catch (IOException e) {
      problems.add(FileAccessProblem.of(shownAs, "read", e));
    }
    return Optional.empty();
  }

  /**
   * What a distribution's configuration names.
   *
   * @param distribution the distribution
   * @param problems takes what {@link #find} and {@link CollectorConfig#read} find wrong
   * @return the configuration; empty when the distribution names none, or when an error was added
   */
  public Optional<CollectorConfig> read(Distribution distribution, Problems problems) {
    return find(distribution, problems)
        .flatMap(
            file ->
                CollectorConfig.read(file, shownAs + "/" + distribution.configFile(), problems));
  }

  /** Sorted, links left out: what one leads to need not be part of the repository. */
  private List<String> names() throws IOException {
    if (!Files.isDirectory(folder)) {
      return List.of();
    }
    try (Stream<Path> files = Files.list(folder)) {
      return files
          .filter(file -> Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS))
          .map(file -> file.getFileName().toString())
          .sorted()
          .toList();
    }
  }

  private Problem missing(Distribution distribution, List<String> names) {
    String name = distribution.configFile();
    Problem problem =
        Problem.error(
                ProblemId.INPUT_MISSING,
                "distribution %s names a configuration that is not a file in %s"
                    .formatted(distribution.name(), shownAs))
            .at(distribution.configFileAt())
            .comparing("\"" + name + "\"", names.isEmpty() ? "no files" : String.join(", ", names));
    return NearMiss.nearest(name, names)
        .map(right -> problem.withRemedy(Remedy.advice("Write " + right + " for " + name)))
        .orElse(problem);
  }
}
