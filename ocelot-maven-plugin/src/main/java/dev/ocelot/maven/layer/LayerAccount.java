package dev.ocelot.maven.layer;

import dev.ocelot.maven.Ground;
import dev.ocelot.maven.console.Report;
import dev.ocelot.packaging.publish.Failures;
import dev.ocelot.packaging.publish.LayerService;
import dev.ocelot.packaging.publish.LayerServiceException;
import dev.ocelot.packaging.publish.PatientService;
import dev.ocelot.packaging.publish.PublishOverrides;
import dev.ocelot.packaging.publish.PublishPatience;
import dev.ocelot.packaging.publish.PublishSettings;
import dev.ocelot.packaging.publish.Timing;
import dev.ocelot.problem.Problem;
import dev.ocelot.problem.ProblemException;
import dev.ocelot.problem.ProblemId;
import dev.ocelot.problem.Remedy;

/**
 * What is published where this repository publishes.
 *
 * @param settings where that is
 * @param held what holds it
 * @param service the same, asked with patience
 */
record LayerAccount(PublishSettings settings, LayerService held, PatientService service) {

  /** Work that needs it. */
  @FunctionalInterface
  interface Work {
    Report with(LayerAccount account) throws LayerServiceException, InterruptedException;
  }

  /** Opens it, works, and says what an early end means. */
  static Report of(Ground ground, PublishOverrides overrides, Work work) {
    PublishSettings settings = new PublishingFile(ground).settings(overrides, null);
    try (LayerService held = new LayerServiceChoice(ground).open(settings)) {
      PatientService service = new PatientService(held, PublishPatience.DEFAULT, Timing.SYSTEM);
      service.preflight(settings.regions(), settings.account());
      return work.with(new LayerAccount(settings, held, service));
    } catch (LayerServiceException e) {
      throw new ProblemException(Failures.problem("the table " + settings.table().name(), e), e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new ProblemException(
          Problem.error(ProblemId.environment("cancelled"), ground.goal() + " was interrupted")
              .withRemedy(Remedy.advice("run it again: it finishes what was begun")),
          e);
    }
  }
}
