package dev.ocelot.packaging.publish;

import dev.ocelot.packaging.progress.Progress;
import dev.ocelot.packaging.publish.directory.DirectoryLayerService;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

/** A directory with published layers, for tests of what accounts for them. */
public final class PublishedLayers {
  private static final RetryPolicy BRIEF =
      new RetryPolicy(8, Duration.ofSeconds(1), Duration.ofSeconds(2), Duration.ofMinutes(5));
  private static final PublishPatience PATIENCE =
      new PublishPatience(BRIEF, LockPatience.DEFAULT, 4);

  private final Path folder;
  private final DirectoryLayerService service;
  private final FakeTiming timing = new FakeTiming();

  /**
   * Below a folder.
   *
   * @param folder an empty folder
   */
  public PublishedLayers(Path folder) {
    this.folder = folder;
    this.service = new DirectoryLayerService(folder.resolve("published"));
  }

  /**
   * The service.
   *
   * @return without trouble
   */
  public DirectoryLayerService service() {
    return service;
  }

  /**
   * How tests wait.
   *
   * @return time that passes only when somebody waits
   */
  public FakeTiming timing() {
    return timing;
  }

  /**
   * How much patience tests have.
   *
   * @return little
   */
  public PublishPatience patience() {
    return PATIENCE;
  }

  /**
   * The service, asked with patience.
   *
   * @return the service
   */
  public PatientService patient() {
    return patient(service);
  }

  /**
   * Another service, asked with patience.
   *
   * @param other the service
   * @return the service
   */
  public PatientService patient(LayerService other) {
    return new PatientService(other, PATIENCE, timing);
  }

  /**
   * Publishes.
   *
   * @param settings where and how
   * @param layers what
   * @return what became of it
   * @throws InterruptedException when interrupted
   */
  public PublishResult publish(PublishSettings settings, BuiltLayer... layers)
      throws InterruptedException {
    LayerPublisher publisher =
        new LayerPublisher(service, settings, PATIENCE, timing, "12".repeat(20));
    return publisher.publish(
        publisher.plan(List.of(layers)), folder.resolve("receipts.json"), Progress.none());
  }

  /**
   * The zip of a version.
   *
   * @param region where
   * @param layer which layer
   * @param number which version
   * @return its place in the directory
   */
  public Path zip(String region, LayerName layer, long number) {
    return folder
        .resolve("published")
        .resolve(region)
        .resolve(layer.text())
        .resolve(Long.toString(number))
        .resolve(layer + ".zip");
  }

  /**
   * The row of a version.
   *
   * @param region where
   * @param layer which layer
   * @param number which version
   * @return its row
   * @throws LayerServiceException when there is none
   */
  public Row row(String region, LayerName layer, long number) throws LayerServiceException {
    String arn = "arn:directory:lambda:" + region + "::layer:" + layer + ":" + number;
    return service.table().row(arn).orElseThrow();
  }

  /**
   * Changes the row of a version.
   *
   * @param row as it is
   * @param name an attribute
   * @param value its new value; an empty one removes it
   * @throws LayerServiceException when it cannot be changed
   */
  public void change(Row row, String name, Row.Value value) throws LayerServiceException {
    if (!service.table().replace(row, row.with(name, value))) {
      throw new IllegalStateException("the row is another by now");
    }
  }
}
