package dev.ocelot.maven.layer;

import dev.ocelot.maven.Ground;
import dev.ocelot.packaging.publish.LayerService;
import dev.ocelot.packaging.publish.PublishSettings;
import dev.ocelot.packaging.publish.PublisherKind;
import dev.ocelot.packaging.publish.directory.DirectoryLayerService;
import dev.ocelot.problem.Location;
import dev.ocelot.problem.Problem;
import dev.ocelot.problem.ProblemException;
import dev.ocelot.problem.ProblemId;
import dev.ocelot.problem.Remedy;

/** Opens what holds a repository's layers: the one place that knows every publisher. */
final class LayerServiceChoice {
  private final Ground ground;

  LayerServiceChoice(Ground ground) {
    this.ground = ground;
  }

  /**
   * Opens it.
   *
   * @param settings which publisher, and where
   * @return the service
   */
  LayerService open(PublishSettings settings) {
    if (settings.publisher() == PublisherKind.DIRECTORY) {
      return new DirectoryLayerService(ground.root().path().resolve(settings.directory()));
    }
    throw new ProblemException(
        Problem.error(
                ProblemId.CONFIG_INVALID, "this version of Ocelot publishes into directories only")
            .comparing("aws", "directory")
            .at(Location.of(PublishingFile.NAME))
            .withRemedy(Remedy.advice("set publisher: directory")));
  }
}
