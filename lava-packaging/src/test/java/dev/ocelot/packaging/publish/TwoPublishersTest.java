package dev.ocelot.packaging.publish;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ocelot.packaging.progress.Progress;
import dev.ocelot.packaging.publish.Receipt.Outcome;
import dev.ocelot.packaging.publish.directory.DirectoryLayerService;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Runs at once end with one version and one row. */
class TwoPublishersTest {
  private static final int RUNNERS = 4;
  private static final int ROUNDS = 8;
  private static final PublishPatience PATIENCE =
      new PublishPatience(
          RetryPolicy.DEFAULT,
          new LockPatience(
              Duration.ofSeconds(30),
              Duration.ofSeconds(5),
              Duration.ofMillis(2),
              Duration.ofMinutes(1)),
          4);

  private final Path folder;
  private final List<BuiltLayer> layers;
  private final PublishSettings settings = LayerSamples.settings(true, "us-east-1", "eu-west-1");

  TwoPublishersTest(@TempDir Path folder) {
    this.folder = folder;
    this.layers =
        List.of(
            LayerSamples.layer(folder, "hello", "one"), LayerSamples.layer(folder, "other", "two"));
  }

  private PublishResult run(LayerService service, int runner, CyclicBarrier start) {
    try {
      LayerPublisher publisher = new LayerPublisher(service, settings, PATIENCE, Timing.SYSTEM, "");
      PublishPlan plan = publisher.plan(layers);
      int unused = start.await(1, TimeUnit.MINUTES);
      return publisher.publish(
          plan, folder.resolve("receipts-" + runner + ".json"), Progress.none());
    } catch (Exception e) {
      throw new IllegalStateException(e);
    }
  }

  private List<PublishResult> together(LayerService service) throws Exception {
    CyclicBarrier start = new CyclicBarrier(RUNNERS);
    return new Parallel(RUNNERS).map(List.of(1, 2, 3, 4), runner -> run(service, runner, start));
  }

  private static String summary(List<PublishResult> results) {
    return results.stream()
        .flatMap(result -> result.summary().stream())
        .map(row -> "\n" + row)
        .collect(Collectors.joining());
  }

  private static long count(List<PublishResult> results, Outcome outcome) {
    return results.stream().mapToLong(result -> result.count(outcome)).sum();
  }

  @Test
  void withLocksOnePublishesAndTheOthersReuse() throws Exception {
    for (int round = 0; round < ROUNDS; round++) {
      LayerService service = new DirectoryLayerService(folder.resolve("locked-" + round));

      List<PublishResult> results = together(service);

      new PublishedState(service).assertOnce(layers, settings);
      new PublishedState(service).assertUnlocked(layers, settings);
      assertThat(count(results, Outcome.PUBLISHED)).isEqualTo(4);
      assertThat(count(results, Outcome.REUSED)).as("%s", summary(results)).isEqualTo(12);
    }
  }

  /** As if every owner had slept through its lease. */
  private static LayerService withoutLocks(LayerService service) {
    return new ServiceAround(service) {
      @Override
      public LayerTable table() {
        return new LocklessTable(super.table());
      }
    };
  }

  private record LocklessTable(LayerTable table) implements LayerTable {
    @Override
    public Optional<Row> row(String key) throws LayerServiceException {
      return table.row(key);
    }

    @Override
    public List<Row> rows(List<String> keys) throws LayerServiceException {
      return table.rows(keys);
    }

    @Override
    public List<Row> rowsOfLayer(String baseLayerArn) throws LayerServiceException {
      return table.rowsOfLayer(baseLayerArn);
    }

    @Override
    public boolean establish() throws LayerServiceException {
      return table.establish();
    }

    @Override
    public List<Row> rowsOfDistribution(String distribution) throws LayerServiceException {
      return table.rowsOfDistribution(distribution);
    }

    @Override
    public List<Row> versions() throws LayerServiceException {
      return table.versions();
    }

    @Override
    public boolean create(Row row) throws LayerServiceException {
      return row.key().startsWith("lock:") || table.create(row);
    }

    @Override
    public boolean replace(Row expected, Row replacement) throws LayerServiceException {
      return expected.key().startsWith("lock:") || table.replace(expected, replacement);
    }

    @Override
    public boolean delete(Row expected) throws LayerServiceException {
      return expected.key().startsWith("lock:") || table.delete(expected);
    }
  }

  @Test
  void withoutLocksTheLowestVersionStaysAndAllAgreeOnIt() throws Exception {
    long doubles = 0;
    for (int round = 0; round < ROUNDS; round++) {
      LayerService service = new DirectoryLayerService(folder.resolve("lockless-" + round));

      List<PublishResult> results = together(withoutLocks(service));

      for (PublishResult result : results) {
        assertThat(result.problems()).isEmpty();
      }
      new PublishedState(service).assertOnce(layers, settings);
      doubles += count(results, Outcome.PUBLISHED) + notes(results, "deleted version");
      for (BuiltLayer layer : layers) {
        long number = service.versions(settings.regions().get(0), layer.name()).get(0).number();
        assertThat(results)
            .flatExtracting(PublishResult::receipts)
            .filteredOn(
                r -> r.layer().equals(layer) && r.region().equals(settings.regions().get(0)))
            .extracting(Receipt::version)
            .containsOnly(number);
      }
    }
    // Otherwise nobody ever came second, and this shows nothing.
    assertThat(doubles).isGreaterThan(4L * ROUNDS);
  }

  private static long notes(List<PublishResult> results, String start) {
    return results.stream()
        .flatMap(result -> result.receipts().stream())
        .flatMap(receipt -> receipt.notes().stream())
        .filter(note -> note.startsWith(start))
        .count();
  }
}
