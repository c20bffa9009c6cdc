package dev.ocelot.packaging.publish;

import dev.ocelot.packaging.progress.Progress;
import dev.ocelot.problem.Problem;
import dev.ocelot.problem.ProblemException;
import dev.ocelot.problem.ProblemId;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ThreadLocalRandom;

/**
 * Publishes layers to regions, each exactly once: makes a plan by reading only, and carries it out.
 *
 * <p>Regions and layers go in parallel; one that fails hides no other. Whatever a run leaves
 * undone, the next one finishes.
 */
public final class LayerPublisher {
  private final LayerService service;
  private final PublishSettings settings;
  private final PublishPatience patience;
  private final LayerRows rows;
  private final LayerInspector inspector;
  private final Retries retries;

  /**
   * A publisher.
   *
   * @param service what holds the layers
   * @param settings where and how
   * @param patience how to wait
   * @param timing what to wait by
   * @param commit of the repository that is published from, kept in rows; empty when not known
   */
  public LayerPublisher(
      LayerService service,
      PublishSettings settings,
      PublishPatience patience,
      Timing timing,
      String commit) {
    this.service = service;
    this.settings = settings;
    this.patience = patience;
    this.rows = new LayerRows(settings.layer(), commit);
    this.retries =
        new Retries(patience.retry(), timing, () -> ThreadLocalRandom.current().nextDouble());
    this.inspector = new LayerInspector(service, retries, rows, settings.layer().isPublic());
  }

  /**
   * Asks every region what it has, after checking that it may be published from here.
   *
   * @param layers what shall be published
   * @return what is to be done; a region that does not answer is an entry, not an exception
   * @throws ProblemException when nothing can be published from here
   * @throws InterruptedException when the thread is interrupted
   */
  public PublishPlan plan(List<BuiltLayer> layers) throws InterruptedException {
    if (layers.isEmpty()) {
      return new PublishPlan(List.of());
    }
    new PatientService(service, patience, retries.timing())
        .preflight(settings.regions(), settings.account());
    List<PublishPlan.Entry> pairs = new ArrayList<>();
    for (BuiltLayer layer : layers) {
      for (Region region : settings.regions()) {
        pairs.add(new PublishPlan.Entry(layer, region, new Decision.Publish("", 0)));
      }
    }
    PlanMaking making =
        new PlanMaking(
            new PlanMaking.Tools(service, retries, inspector, new Parallel(patience.parallel())),
            settings.layer().isPublic());
    return new PublishPlan(making.decided(pairs));
  }

  /**
   * Carries out a plan.
   *
   * @param plan the plan
   * @param receiptsFile where to account for it; written also when something fails
   * @param progress hears of uploads
   * @return what became of each entry
   * @throws ProblemException when the receipts cannot be written
   * @throws InterruptedException when the thread is interrupted; receipts say how far it came
   */
  public PublishResult publish(PublishPlan plan, Path receiptsFile, Progress progress)
      throws InterruptedException {
    Receipts receipts = new Receipts(receiptsFile, plan);
    receipts.write();
    LayerLocks locks = new LayerLocks(service.table(), retries, patience.lock());
    Parallel parallel = new Parallel(patience.parallel());
    try (Heartbeat heartbeat = new Heartbeat(patience.lock().beat());
        Turns turns = new Turns(inspector, locks, heartbeat)) {
      OneLayer one =
          new OneLayer(
              new OneLayer.Tools(service, retries, inspector, turns),
              rows,
              settings.layer(),
              progress);
      turns.take(plan.entries(), parallel);
      // What another run holds comes last: nobody waits while others wait for him.
      List<Integer> ready = new ArrayList<>();
      List<Integer> waiting = new ArrayList<>();
      for (int place = 0; place < plan.entries().size(); place++) {
        (turns.isReady(plan.entries().get(place)) ? ready : waiting).add(place);
      }
      for (List<Integer> places : List.of(ready, waiting)) {
        parallel.map(places, place -> carriedOut(plan.entries().get(place), place, one, receipts));
      }
    } finally {
      receipts.write();
    }
    return new PublishResult(receipts.all());
  }

  private Receipt carriedOut(PublishPlan.Entry entry, int place, OneLayer one, Receipts receipts) {
    Receipt receipt;
    try {
      receipt = one.carryOut(entry);
    } catch (RuntimeException e) {
      // A defect in one pair must not hide what became of the others.
      receipt =
          Receipt.pending(entry)
              .failed(
                  Problem.error(ProblemId.DEFECT, "publishing " + entry.layer().name() + ": " + e));
    }
    receipts.put(place, receipt);
    return receipt;
  }
}
