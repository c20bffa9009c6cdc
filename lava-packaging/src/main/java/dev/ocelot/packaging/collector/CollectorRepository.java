package dev.ocelot.packaging.collector;

import dev.ocelot.packaging.collector.distribution.ComponentModules;
import dev.ocelot.packaging.collector.distribution.ConfigFiles;
import dev.ocelot.packaging.collector.distribution.Distributions;
import dev.ocelot.packaging.collector.upstream.Overlay;
import dev.ocelot.problem.Problems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/**
 * What a repository declares of collector layers.
 *
 * @param distributions the distributions
 * @param modules the components that it adds, and the modules that they need
 * @param configurations the collector configurations that distributions can name
 * @param overlay what it lays over the upstream
 */
public record CollectorRepository(
    Distributions distributions,
    ComponentModules modules,
    ConfigFiles configurations,
    Overlay overlay) {
  /** Where distributions are declared. */
  public static final String DISTRIBUTIONS = "config/distributions.yaml";

  private static final String MODULES = "config/component_dependencies.yaml";
  private static final String CONFIGURATIONS = "config/examples";

  /**
   * Reads a repository.
   *
   * @param root its folder
   * @param problems takes everything that is wrong
   * @return what is declared; empty after an error
   */
  public static Optional<CollectorRepository> read(Path root, Problems problems) {
    Problems found = new Problems();
    Optional<Distributions> distributions =
        Distributions.read(root.resolve(DISTRIBUTIONS), DISTRIBUTIONS, found);
    Optional<ComponentModules> modules = modules(root, found);
    Overlay overlay = Overlay.read(root, found);
    problems.addAll(found.all());
    if (found.hasErrors() || distributions.isEmpty() || modules.isEmpty()) {
      return Optional.empty();
    }
    return Optional.of(
        new CollectorRepository(distributions.get(), modules.get(), configurations(root), overlay));
  }

  /**
   * Reads the components that a repository adds.
   *
   * @param root its folder
   * @param problems takes everything that is wrong
   * @return what is declared; without the file nothing is added; empty after an error
   */
  public static Optional<ComponentModules> modules(Path root, Problems problems) {
    Path file = root.resolve(MODULES);
    return Files.exists(file)
        ? ComponentModules.read(file, MODULES, problems)
        : Optional.of(ComponentModules.NONE);
  }

  /**
   * The configurations of a repository.
   *
   * @param root its folder
   * @return those that distributions can name
   */
  public static ConfigFiles configurations(Path root) {
    return new ConfigFiles(root.resolve(CONFIGURATIONS), CONFIGURATIONS);
  }
}
