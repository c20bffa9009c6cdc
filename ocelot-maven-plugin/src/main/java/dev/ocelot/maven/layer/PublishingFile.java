package dev.ocelot.maven.layer;

import dev.ocelot.maven.Ground;
import dev.ocelot.packaging.publish.PublishOverrides;
import dev.ocelot.packaging.publish.PublishSettings;
import dev.ocelot.packaging.publish.PublishSettingsReader;
import dev.ocelot.problem.Problems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What a repository says about publishing. */
final class PublishingFile {
  static final String NAME = "config/publish.yaml";

  private final Ground ground;

  PublishingFile(Ground ground) {
    this.ground = ground;
  }

  /**
   * Whether a bound goal has nothing to do. Called by name, a goal goes on and says what is
   * missing.
   */
  boolean isNoConcern() {
    boolean absent = !Files.exists(path());
    if (absent && !ground.calledByName()) {
      ground.console().log().debug("no " + NAME);
      return true;
    }
    return false;
  }

  /**
   * Reads it.
   *
   * @param overrides what the command line says
   * @param makePublic whether everyone may use the layers; null for what the file says
   * @return the settings
   */
  PublishSettings settings(PublishOverrides overrides, @Nullable Boolean makePublic) {
    Problems problems = new Problems();
    Optional<PublishSettings> read =
        new PublishSettingsReader(problems).read(path(), NAME, overrides);
    problems.throwIfErrors();
    PublishSettings settings = read.orElseThrow();
    return makePublic == null ? settings : settings.withPublic(makePublic);
  }

  private Path path() {
    return ground.root().resolve(NAME);
  }
}
