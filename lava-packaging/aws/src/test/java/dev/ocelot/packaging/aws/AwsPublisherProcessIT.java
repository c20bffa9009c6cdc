package dev.ocelot.packaging.aws;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ocelot.packaging.publish.BuiltLayer;
import dev.ocelot.packaging.publish.PublishedState;
import dev.ocelot.packaging.publish.Region;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import software.amazon.awssdk.services.s3.S3Client;

/** Publishers in processes of their own: killed at each call, and short of memory. */
@ExtendWith(MotoExtension.class)
class AwsPublisherProcessIT {
  private static final Region EAST = new Region("us-east-1");

  private final Path folder;
  private final Moto moto;

  AwsPublisherProcessIT(@TempDir Path folder, Moto moto) {
    this.folder = folder;
    this.moto = moto;
  }

  private void assertPublishedOnce(int size) throws Exception {
    List<BuiltLayer> layers = List.of(AwsPublisherProcess.layer(folder, size));
    try (AwsLayerService service =
        AwsSamples.service(moto.address(), AwsPublisherProcess.SETTINGS)) {
      PublishedState state = new PublishedState(service);
      state.assertOnce(layers, AwsPublisherProcess.SETTINGS);
      state.assertUnlockedByTheLiving(layers, AwsPublisherProcess.SETTINGS);
    }
  }

  private String published(URI endpoint, int size) throws Exception {
    try (AwsPublisherProcess process = AwsPublisherProcess.start(endpoint, folder, size)) {
      return process.output();
    }
  }

  /** 50 MB go in one call; 60 MB through S3, of which nothing is left. */
  @ParameterizedTest
  @ValueSource(ints = {50_000_000, 60_000_000})
  void aLargeLayerNeedsLittleMemory(int size) throws Exception {
    try (AwsClients clients = AwsSamples.clients(moto.address())) {
      S3Client store = clients.store(EAST);
      store.createBucket(r -> r.bucket("large-us-east-1"));

      assertThat(published(moto.address(), size)).contains("outcome=published");
      assertPublishedOnce(size);
      assertThat(store.listObjectsV2(r -> r.bucket("large-us-east-1")).contents()).isEmpty();
      assertThat(store.listMultipartUploads(r -> r.bucket("large-us-east-1")).uploads()).isEmpty();
    }
  }

  @Test
  void withoutItsBucketALargeLayerIsRefusedInWords() throws Exception {
    assertThat(published(moto.address(), 60_000_000)).contains("NoSuchBucket");
  }

  /** Killed when a call is on its way, the call having its effect or not. */
  @ParameterizedTest
  @ValueSource(strings = {"RESET", "LOST"})
  void afterAKillAtAnyCallTheNextRunFinishes(NetworkTrouble effect) throws Exception {
    int cutOff = 0;
    try (FaultProxy proxy = new FaultProxy(moto)) {
      int calls = Integer.MAX_VALUE;
      for (int place = 0; place < calls; place++) {
        int here = place;
        moto.reset();
        CompletableFuture<AwsPublisherProcess> running = new CompletableFuture<>();
        proxy.play(
            (at, call) -> {
              if (at == here) {
                running.join().kill();
                return effect;
              }
              return NetworkTrouble.NONE;
            });
        try (AwsPublisherProcess process =
            AwsPublisherProcess.start(proxy.address(), folder, 3000)) {
          boolean unused = running.complete(process);
          cutOff += process.output().contains("outcome=published") ? 0 : 1;
        }
        calls = proxy.calls() > place ? calls : place;

        assertThat(published(moto.address(), 3000)).doesNotContain("outcome=failed");
        assertPublishedOnce(3000);
      }
    }
    // Otherwise no process was killed, and this shows nothing.
    assertThat(cutOff).isGreaterThan(8);
  }
}
