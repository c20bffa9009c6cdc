package dev.ocelot.maven.collector;

import dev.ocelot.maven.Ground;
import dev.ocelot.packaging.collector.distribution.ComponentModules;
import dev.ocelot.packaging.collector.distribution.ConfigFiles;
import dev.ocelot.packaging.collector.distribution.Distributions;
import dev.ocelot.packaging.publish.PublishOverrides;
import dev.ocelot.packaging.publish.PublishSettings;
import dev.ocelot.packaging.publish.PublishSettingsReader;
import dev.ocelot.problem.Problems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** What a repository declares about collector layers. */
final class CollectorFiles {
  private static final String DISTRIBUTIONS = "config/distributions.yaml";
  private static final String MODULES = "config/component_dependencies.yaml";
  private static final String EXAMPLES = "config/examples";
  private static final String PUBLISH = "config/publish.yaml";

  private final Ground ground;

  CollectorFiles(Ground ground) {
    this.ground = ground;
  }

  /**
   * Whether a bound goal has nothing to do. Called by name, a goal goes on and says what is
   * missing.
   */
  boolean isNoConcern() {
    boolean absent = !Files.exists(path(DISTRIBUTIONS));
    if (absent && !ground.calledByName()) {
      ground.log().debug("no " + DISTRIBUTIONS + " below " + ground.root().path());
      return true;
    }
    return false;
  }

  Optional<Distributions> distributions(Problems problems) {
    return Distributions.read(path(DISTRIBUTIONS), DISTRIBUTIONS, problems);
  }

  /** Without the file nothing is added to what upstream has. */
  Optional<ComponentModules> modules(Problems problems) {
    Path file = path(MODULES);
    return Files.exists(file)
        ? ComponentModules.read(file, MODULES, problems)
        : Optional.of(ComponentModules.NONE);
  }

  ConfigFiles configFiles() {
    return new ConfigFiles(path(EXAMPLES), EXAMPLES);
  }

  /** How layers are published; empty where the repository does not say. */
  Optional<PublishSettings> publishing(List<String> regions, Problems problems) {
    Path file = path(PUBLISH);
    if (!Files.exists(file)) {
      return Optional.empty();
    }
    PublishOverrides overrides = new PublishOverrides(regions, "", "", "", "");
    return new PublishSettingsReader(problems).read(file, PUBLISH, overrides);
  }

  private Path path(String relative) {
    return ground.root().resolve(relative);
  }
}
