package dev.ocelot.maven.collector;

import dev.ocelot.maven.Ground;
import dev.ocelot.packaging.collector.CollectorRepository;
import dev.ocelot.packaging.collector.distribution.ComponentModules;
import dev.ocelot.packaging.collector.distribution.ConfigFiles;
import dev.ocelot.packaging.collector.distribution.Distributions;
import dev.ocelot.packaging.publish.PublishOverrides;
import dev.ocelot.packaging.publish.PublishSettings;
import dev.ocelot.packaging.publish.PublishSettingsReader;
import dev.ocelot.problem.Problems;
import dev.ocelot.yaml.YamlFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** What a repository declares about collector layers. */
final class CollectorFiles {
  private static final String DISTRIBUTIONS = CollectorRepository.DISTRIBUTIONS;
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
      ground.console().log().debug("no " + DISTRIBUTIONS + " below " + ground.root().path());
      return true;
    }
    return false;
  }

  Optional<Distributions> distributions(Problems problems) {
    return Distributions.read(path(DISTRIBUTIONS), DISTRIBUTIONS, problems);
  }

  Optional<ComponentModules> modules(Problems problems) {
    return CollectorRepository.modules(ground.root().path(), problems);
  }

  ConfigFiles configFiles() {
    return CollectorRepository.configurations(ground.root().path());
  }

  /** Whether the repository says where layers are published. */
  boolean namesRegions() {
    // What is wrong with the file is said by whoever reads its settings.
    return Files.exists(path(PUBLISH))
        && YamlFile.read(path(PUBLISH), PUBLISH, new Problems()).get("regions").isPresent();
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
