package dev.ocelot.packaging.publish;

import dev.ocelot.problem.Problem;
import dev.ocelot.problem.ProblemException;
import dev.ocelot.problem.ProblemId;
import dev.ocelot.problem.Remedy;
import java.util.Locale;
import java.util.ServiceLoader;

/**
 * Finds the implementation of {@link LayerService} that settings ask for. Goals that publish
 * nothing do not come here: looking opens every jar of the class path, the large one of AWS
 * included.
 */
public final class LayerServices {
  private final ClassLoader loader;

  /**
   * Looks among the classes that a loader sees.
   *
   * @param loader the loader
   */
  public LayerServices(ClassLoader loader) {
    this.loader = loader;
  }

  /** Looks beside this class. */
  public LayerServices() {
    this(LayerServices.class.getClassLoader());
  }

  /**
   * Opens what holds layers.
   *
   * @param settings which publisher, and where
   * @param request what this run says besides
   * @return the service, which the caller closes
   * @throws ProblemException when this class path has no such publisher
   */
  public LayerService open(PublishSettings settings, ServiceRequest request) {
    for (LayerServiceFactory factory : ServiceLoader.load(LayerServiceFactory.class, loader)) {
      if (factory.kind() == settings.publisher()) {
        return factory.service(settings, request);
      }
    }
    String kind = settings.publisher().name().toLowerCase(Locale.ROOT);
    throw new ProblemException(
        Problem.error(
                ProblemId.environment("publisher-missing"),
                "the publisher " + kind + " is not on the class path of the plugin")
            .withRemedy(
                Remedy.advice(
                    "remove exclusions of lava-packaging-"
                        + kind
                        + " from the plugin's dependencies")));
  }
}
