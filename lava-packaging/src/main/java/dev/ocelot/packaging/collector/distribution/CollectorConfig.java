package dev.ocelot.packaging.collector.distribution;

import dev.ocelot.problem.Problems;
import dev.ocelot.yaml.YamlFile;
import dev.ocelot.yaml.YamlMap;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * The components that a collector's configuration names. What is set inside them is the collector's
 * business.
 *
 * @param defined the keys of its sections, in the order of the sections and of the file; the
 *     collector refuses one that was not built in, used or not
 * @param used what the service refers to, in the order of the file
 */
public record CollectorConfig(List<ConfiguredComponent> defined, List<ConfiguredComponent> used) {

  /** Keeps copies. */
  public CollectorConfig {
    defined = List.copyOf(defined);
    used = List.copyOf(used);
  }

  /**
   * Reads a file. A section that is a reference, such as {@code ${file:receivers.yaml}}, is filled
   * in when the collector starts, so nothing is said about what it holds.
   *
   * @param file the configuration
   * @param shownAs how problems name it
   * @param problems takes what is wrong: {@code input-missing}, {@code config-invalid} with its
   *     place, also for a pipeline that refers to what is not there
   * @return what it names, or empty when an error was added
   */
  public static Optional<CollectorConfig> read(Path file, String shownAs, Problems problems) {
    Problems found = new Problems();
    YamlMap map = YamlFile.read(file, shownAs, found);
    CollectorConfig config =
        found.hasErrors()
            ? new CollectorConfig(List.of(), List.of())
            : new CollectorConfigReader(shownAs, found).read(map);
    problems.addAll(found.all());
    return found.hasErrors() ? Optional.empty() : Optional.of(config);
  }
}
