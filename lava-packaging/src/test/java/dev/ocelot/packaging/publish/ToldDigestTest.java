package dev.ocelot.packaging.publish;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ocelot.packaging.progress.Progress;
import dev.ocelot.packaging.publish.Receipt.Outcome;
import dev.ocelot.packaging.publish.directory.DirectoryLayerService;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** When a service whose versions never change is asked what the bytes of one are. */
class ToldDigestTest {
  private static final Region EAST = new Region("us-east-1");

  private final Path receipts;
  private final DirectoryLayerService service;
  private final BuiltLayer hello;
  private final AtomicInteger asked = new AtomicInteger();

  ToldDigestTest(@TempDir Path folder) {
    this.receipts = folder.resolve("target/receipts.json");
    this.service = new DirectoryLayerService(folder.resolve("published"));
    this.hello = LayerSamples.layer(folder, "hello", "one");
  }

  private LayerService lasting() {
    return new ServiceAround(service) {
      @Override
      public LayerCode code(LayerVersion version) throws LayerServiceException {
        asked.incrementAndGet();
        return super.code(version);
      }

      @Override
      public LayerCode code(LayerVersion version, LayerCode told) {
        return told;
      }
    };
  }

  private long count(Outcome outcome) throws InterruptedException {
    LayerPublisher publisher =
        new LayerPublisher(
            lasting(),
            LayerSamples.settings(true, "us-east-1"),
            PublishPatience.DEFAULT,
            new FakeTiming(),
            "12".repeat(20));
    return publisher
        .publish(publisher.plan(List.of(hello)), receipts, Progress.none())
        .count(outcome);
  }

  @Test
  void whereNoRowHoldsWhatItTold() throws Exception {
    assertThat(count(Outcome.PUBLISHED)).isEqualTo(1);
    assertThat(count(Outcome.REUSED)).isEqualTo(1);
    assertThat(asked).hasValue(0);

    Row row = service.table().row(service.versions(EAST, hello.name()).get(0).arn()).orElseThrow();
    service.table().replace(row, row.with("sha256", new Row.Text("00".repeat(32))));
    assertThat(count(Outcome.REPAIRED)).isEqualTo(1);
    assertThat(asked).hasValue(1);

    service.table().delete(service.table().row(row.key()).orElseThrow());
    assertThat(count(Outcome.REPAIRED)).isEqualTo(1);
    assertThat(asked).hasValue(2);
  }
}
