package dev.ocelot.packaging.publish;

import dev.ocelot.packaging.progress.JobProgress;
import dev.ocelot.problem.Problem;
import dev.ocelot.problem.ProblemException;
import dev.ocelot.problem.Remedy;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.Function;

/** A service, asked with the patience that its bad moments need. Safe for several threads. */
public final class PatientService {
  private final LayerService service;
  private final PublishPatience patience;
  private final Retries retries;

  /**
   * With patience.
   *
   * @param service what holds the layers
   * @param patience how to wait, and how much to do at once
   * @param timing what to wait by
   */
  public PatientService(LayerService service, PublishPatience patience, Timing timing) {
    this.service = service;
    this.patience = patience;
    this.retries =
        new Retries(patience.retry(), timing, () -> ThreadLocalRandom.current().nextDouble());
  }

  /**
   * Something to ask, which may be asked any number of times with the same effect.
   *
   * @param <T> the answer
   */
  @FunctionalInterface
  public interface Question<T> {
    /**
     * Asks once.
     *
     * @param service whom
     * @return the answer
     * @throws LayerServiceException when there is none
     */
    T of(LayerService service) throws LayerServiceException;
  }

  /** Something to do, which may be done any number of times with the same effect. */
  @FunctionalInterface
  public interface Command {
    /**
     * Does it once.
     *
     * @param service with what
     * @throws LayerServiceException when it may not have been done
     */
    void on(LayerService service) throws LayerServiceException;
  }

  /**
   * Work on one layer of one region.
   *
   * @param <T> its result
   */
  @FunctionalInterface
  public interface LockedWork<T> {
    /**
     * Works.
     *
     * @return what came of it
     * @throws LayerServiceException when the service fails
     */
    T run() throws LayerServiceException;
  }

  /**
   * Asks until there is an answer or patience ends.
   *
   * @param <T> the answer
   * @param question what to ask
   * @return the answer
   * @throws LayerServiceException when there is none
   */
  public <T> T ask(Question<T> question) throws LayerServiceException {
    return retries.repeatable(() -> question.of(service));
  }

  /**
   * Does until it is done or patience ends.
   *
   * @param command what to do
   * @throws LayerServiceException when it may not have been done
   */
  public void tell(Command command) throws LayerServiceException {
    retries.repeatable(() -> command.on(service));
  }

  /**
   * The accounts of all published versions that can be read as such.
   *
   * @return by key
   * @throws LayerServiceException when the table cannot be read
   */
  public List<PublishedRow> published() throws LayerServiceException {
    return ask(it -> it.table().versions()).stream()
        .flatMap(row -> PublishedRow.of(row).stream())
        .toList();
  }

  /**
   * Fetches the code of a version.
   *
   * @param version the version
   * @param target the file; replaced where it exists
   * @param job hears how far it is
   * @throws LayerServiceException when the file is not whole
   */
  public void download(LayerVersion version, Path target, JobProgress job)
      throws LayerServiceException {
    SentBytes received = new SentBytes(job);
    tell(
        it -> {
          try {
            // An attempt whose answer was lost may have left it.
            Files.deleteIfExists(target);
          } catch (IOException e) {
            throw new LayerServiceException(
                LayerServiceException.Fault.UNAVAILABLE, target + " cannot be replaced", e);
          }
          it.download(version, target, received.attempt());
        });
  }

  /**
   * Works on many things at once.
   *
   * @param <T> the things
   * @param <R> the answers
   * @param items the things
   * @param work what to do with each
   * @return the answers, in the order of the things
   * @throws InterruptedException when the thread is interrupted
   */
  public <T, R> List<R> map(List<T> items, Function<T, R> work) throws InterruptedException {
    return new Parallel(patience.parallel()).map(items, work);
  }

  /**
   * Works while no other run publishes the layer to the region, or deletes it there.
   *
   * @param <T> the result
   * @param region the region
   * @param layer the layer
   * @param work what to do
   * @return what came of it
   * @throws LayerServiceException when the lock cannot be had, or the work fails
   */
  public <T> T alone(Region region, LayerName layer, LockedWork<T> work)
      throws LayerServiceException {
    HeldLock lock =
        new LayerLocks(service.table(), retries, patience.lock()).acquire(region, layer);
    try (Heartbeat heartbeat = new Heartbeat(patience.lock().beat())) {
      heartbeat.keep(lock);
      return work.run();
    } finally {
      try {
        lock.release();
      } catch (LayerServiceException e) {
        // It ends with its lease; that is no reason to call what was done a failure.
      }
    }
  }

  /**
   * Checks what can be known before anything is sent or asked.
   *
   * @param regions where layers are
   * @param account the only account to work in; empty when any will do
   * @throws ProblemException when the credentials belong to another, or the service cannot be used
   */
  public void preflight(List<Region> regions, String account) {
    try {
      String ours = retries.repeatable(() -> service.preflight(regions));
      if (!ours.isEmpty() && !account.isEmpty() && !ours.equals(account)) {
        throw new ProblemException(
            Problem.error(
                    PublishProblems.WRONG_ACCOUNT, "the credentials belong to another account")
                .comparing(ours, account)
                .withRemedy(
                    Remedy.advice("take other credentials, or change account in publish.yaml")));
      }
    } catch (LayerServiceException e) {
      throw new ProblemException(
          Problem.error(
              PublishProblems.PUBLISH_FAILED,
              "what holds the layers cannot be used: " + e.getMessage()),
          e);
    }
  }
}
