package dev.ocelot.packaging.publish.copy;

import dev.ocelot.packaging.artifact.FileDigests;
import dev.ocelot.packaging.progress.Amount;
import dev.ocelot.packaging.progress.JobProgress;
import dev.ocelot.packaging.progress.Outcome;
import dev.ocelot.packaging.progress.Progress;
import dev.ocelot.packaging.publish.BuiltLayer;
import dev.ocelot.packaging.publish.Failures;
import dev.ocelot.packaging.publish.LayerPublisher;
import dev.ocelot.packaging.publish.LayerServiceException;
import dev.ocelot.packaging.publish.LayerVersion;
import dev.ocelot.packaging.publish.PatientService;
import dev.ocelot.packaging.publish.PublishProblems;
import dev.ocelot.packaging.publish.PublishSettings;
import dev.ocelot.packaging.publish.PublishedRow;
import dev.ocelot.packaging.publish.Receipt;
import dev.ocelot.packaging.publish.StoredBill;
import dev.ocelot.problem.Problem;
import dev.ocelot.problem.Remedy;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Copies layers, one after the other, each to all the regions that miss it at once: no more than
 * one layer lies on the disk at a time. Only bytes that are what their row says are copied.
 */
public final class LayerCopier {
  private final PatientService service;
  private final Publishers publishers;
  private final Path workFolder;
  private final Progress progress;

  /** Makes publishers. */
  @FunctionalInterface
  public interface Publishers {
    /**
     * A publisher.
     *
     * @param settings where and how it publishes
     * @param commit that rows name
     * @return the publisher
     */
    LayerPublisher with(PublishSettings settings, String commit);
  }

  /**
   * A copier.
   *
   * @param service what holds the layers
   * @param publishers make what publishes
   * @param workFolder an empty folder for what is fetched; left empty but for receipts
   * @param progress hears of what is fetched and published
   */
  public LayerCopier(
      PatientService service, Publishers publishers, Path workFolder, Progress progress) {
    this.service = service;
    this.publishers = publishers;
    this.workFolder = workFolder;
    this.progress = progress;
  }

  /**
   * What became of a plan.
   *
   * @param receipts of what was published
   * @param problems why something was not
   */
  public record Result(List<Receipt> receipts, List<Problem> problems) {
    /** Keeps copies. */
    public Result {
      receipts = List.copyOf(receipts);
      problems = List.copyOf(problems);
    }
  }

  /**
   * Copies.
   *
   * @param plan what
   * @param settings of the repository
   * @return what became of it; a layer that fails hides no other
   * @throws InterruptedException when the thread is interrupted
   */
  public Result carryOut(CopyPlan plan, PublishSettings settings) throws InterruptedException {
    List<Receipt> receipts = new ArrayList<>();
    List<Problem> problems = new ArrayList<>(plan.problems());
    for (CopyPlan.Entry entry : plan.entries()) {
      Path file = workFolder.resolve(entry.sources().get(0).layer() + ".zip");
      try {
        Optional<FetchedLayer> fetched = fetched(entry, file, problems);
        if (fetched.isPresent()) {
          receipts.addAll(published(entry, fetched.get(), settings, problems));
        }
      } finally {
        remove(file);
        remove(StoredBill.file(file));
      }
    }
    receipts.forEach(receipt -> problems.addAll(receipt.problems()));
    return new Result(receipts, problems);
  }

  private List<Receipt> published(
      CopyPlan.Entry entry, FetchedLayer fetched, PublishSettings settings, List<Problem> problems)
      throws InterruptedException {
    Optional<BuiltLayer> layer = fetched.layer();
    if (layer.isEmpty()) {
      problems.add(
          Problem.error(
                  PublishProblems.PUBLISHED_DIFFERS,
                  "the row of " + fetched.row().arn() + " says too little to copy its layer")
              .comparing("a row of an older publisher", "structural tag and architecture")
              .withRemedy(
                  Remedy.run("publish-layers", Map.of(), "publishing again completes the row")));
      return List.of();
    }
    LayerPublisher publisher =
        publishers.with(fetched.settings(settings, entry.missing()), fetched.row().commit());
    Path receipts = workFolder.resolve("receipts.json");
    return publisher.publish(publisher.plan(List.of(layer.get())), receipts, progress).receipts();
  }

  /** From the first region whose bytes are what its row says. */
  private Optional<FetchedLayer> fetched(CopyPlan.Entry entry, Path file, List<Problem> problems) {
    List<Problem> refused = new ArrayList<>();
    for (PublishedRow source : entry.sources()) {
      try {
        FileDigests digests = fetch(source, file);
        if (digests.md5().equals(source.md5())
            && (source.sha256().isEmpty() || digests.sha256().equals(source.sha256()))) {
          Optional<byte[]> bill = new StoredBill(source.bill()).unpacked();
          if (bill.isPresent()) {
            Files.write(StoredBill.file(file), bill.get());
          }
          return Optional.of(new FetchedLayer(source, file, digests));
        }
        refused.add(changed(source, digests));
      } catch (LayerServiceException e) {
        refused.add(Failures.problem(source.arn() + " cannot be fetched", e));
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
    problems.addAll(refused);
    return Optional.empty();
  }

  private static Problem changed(PublishedRow source, FileDigests digests) {
    return Problem.error(
            PublishProblems.PUBLISHED_DIFFERS, source.arn() + " does not serve what its row says")
        .comparing("sha256 " + digests.sha256(), "sha256 " + source.sha256())
        .withRemedy(Remedy.run("verify-published", Map.of("ocelot.all", "true"), "see what else"));
  }

  private FileDigests fetch(PublishedRow source, Path file)
      throws LayerServiceException, IOException {
    LayerVersion version =
        service.ask(it -> it.versions(source.region(), source.layer())).stream()
            .filter(one -> one.number() == source.number())
            .findFirst()
            .orElseThrow(
                () ->
                    new LayerServiceException(
                        LayerServiceException.Fault.NOT_FOUND, source.arn() + " does not exist"));
    JobProgress job =
        progress.started(
            "fetch " + source.layer() + " from " + source.region(),
            Amount.bytes(source.size().orElse(Amount.UNKNOWN)));
    Outcome outcome = Outcome.failed("failed");
    try {
      service.download(version, file, job);
      outcome = Outcome.done("fetched");
      return FileDigests.of(file);
    } finally {
      job.finished(outcome);
    }
  }

  private static void remove(Path file) {
    try {
      Files.deleteIfExists(file);
    } catch (IOException e) {
      // The folder is removed as a whole when all is done.
    }
  }
}
