package dev.ocelot.packaging.publish;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ocelot.packaging.progress.Amount;
import dev.ocelot.packaging.progress.JobProgress;
import dev.ocelot.packaging.progress.Outcome;
import dev.ocelot.packaging.progress.Progress;
import dev.ocelot.packaging.publish.directory.DirectoryLayerService;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class UploadProgressTest {
  private final List<String> heard = new ArrayList<>();
  private long bytes;

  private final Progress progress =
      new Progress() {
        @Override
        public JobProgress started(String job, Amount total) {
          heard.add("started " + job + " " + total.total() + " " + total.unit());
          return new JobProgress() {
            @Override
            public void advanced(long by) {
              bytes += by;
            }

            @Override
            public void line(String text) {
              heard.add(text);
            }

            @Override
            public void finished(Outcome outcome) {
              heard.add(outcome.kind() + " " + outcome.text());
            }
          };
        }
      };

  private void publish(LayerService service, BuiltLayer layer, Path folder)
      throws InterruptedException {
    LayerPublisher publisher =
        new LayerPublisher(
            service,
            LayerSamples.settings(false, "us-east-1"),
            new PublishPatience(RetryPolicy.DEFAULT, LockPatience.DEFAULT, 1),
            new FakeTiming(),
            "");
    PublishResult unused =
        publisher.publish(
            publisher.plan(List.of(layer)), folder.resolve("receipts.json"), progress);
  }

  @Test
  void isToldOfUploadsOnly(@TempDir Path folder) throws Exception {
    BuiltLayer layer = LayerSamples.layer(folder, "hello", "one");
    LayerService service = new DirectoryLayerService(folder.resolve("p"));

    publish(service, layer, folder);
    publish(service, layer, folder);

    assertThat(heard)
        .containsExactly(
            "started publish ocel-amd64-hello-1_0-local to us-east-1 "
                + layer.digests().size()
                + " BYTES",
            "DONE published");
    assertThat(bytes).isEqualTo(layer.digests().size());
  }

  @Test
  void neverGoesPastTheWhole(@TempDir Path folder) throws Exception {
    BuiltLayer layer = LayerSamples.layer(folder, "hello", "one");
    AtomicInteger attempts = new AtomicInteger();
    // The upload is sent whole twice, though its first version is deleted before it is looked for.
    LayerService twice =
        new ServiceAround(new DirectoryLayerService(folder.resolve("p"))) {
          @Override
          public LayerVersion publish(
              Region region, LayerUpload upload, java.util.function.LongConsumer sent)
              throws LayerServiceException {
            LayerVersion version = super.publish(region, upload, sent);
            if (attempts.incrementAndGet() == 1) {
              delete(version);
              throw new LayerServiceException(
                  LayerServiceException.Fault.OUTCOME_UNKNOWN, "no answer");
            }
            return version;
          }
        };

    publish(twice, layer, folder);

    assertThat(attempts).hasValue(2);
    assertThat(bytes).isEqualTo(layer.digests().size());
    assertThat(heard).last().isEqualTo("DONE published");
  }

  @Test
  void hearsOfAFailure(@TempDir Path folder) throws Exception {
    LayerService denied =
        new FaultyLayerService(
            new DirectoryLayerService(folder.resolve("p")),
            call -> call.equals("publish") ? Trouble.DENIED : Trouble.NONE);

    publish(denied, LayerSamples.layer(folder, "hello", "one"), folder);

    assertThat(heard).last().isEqualTo("FAILED failed");
  }
}
