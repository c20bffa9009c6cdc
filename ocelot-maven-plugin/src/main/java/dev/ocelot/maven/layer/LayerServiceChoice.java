package dev.ocelot.maven.layer;

import dev.ocelot.maven.Ground;
import dev.ocelot.packaging.publish.LayerService;
import dev.ocelot.packaging.publish.LayerServices;
import dev.ocelot.packaging.publish.PublishSettings;
import dev.ocelot.packaging.publish.PublisherKind;
import dev.ocelot.packaging.publish.ServiceRequest;
import dev.ocelot.problem.Problem;
import dev.ocelot.problem.ProblemException;
import dev.ocelot.problem.ProblemId;
import dev.ocelot.problem.Remedy;

/** Opens what holds a repository's layers, wherever that is. */
final class LayerServiceChoice {
  /** Maven was told to use no network. */
  static final ProblemId OFFLINE = ProblemId.user("offline");

  private final Ground ground;

  LayerServiceChoice(Ground ground) {
    this.ground = ground;
  }

  /**
   * Opens it, and makes nothing that it lacks.
   *
   * @param settings which publisher, and where
   * @return the service, to be closed
   */
  LayerService open(PublishSettings settings) {
    return open(settings, false);
  }

  /**
   * Opens it.
   *
   * @param settings which publisher, and where
   * @param createTable whether a missing table is made
   * @return the service, to be closed
   */
  LayerService open(PublishSettings settings, boolean createTable) {
    if (settings.publisher() == PublisherKind.AWS && !ground.online()) {
      throw new ProblemException(
          Problem.error(OFFLINE, "layers in AWS cannot be reached offline")
              .withRemedy(Remedy.advice("run the same command without -o")));
    }
    return new LayerServices()
        .open(settings, new ServiceRequest(ground.root().path(), createTable));
  }
}
