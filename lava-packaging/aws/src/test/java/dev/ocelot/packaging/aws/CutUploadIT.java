package dev.ocelot.packaging.aws;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ocelot.packaging.progress.Progress;
import dev.ocelot.packaging.publish.BuiltLayer;
import dev.ocelot.packaging.publish.FakeTiming;
import dev.ocelot.packaging.publish.LayerPublisher;
import dev.ocelot.packaging.publish.LayerSamples;
import dev.ocelot.packaging.publish.LockPatience;
import dev.ocelot.packaging.publish.PublishPatience;
import dev.ocelot.packaging.publish.PublishResult;
import dev.ocelot.packaging.publish.PublishSettings;
import dev.ocelot.packaging.publish.PublishedState;
import dev.ocelot.packaging.publish.Region;
import dev.ocelot.packaging.publish.RetryPolicy;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import software.amazon.awssdk.services.s3.S3Client;

/** Connections that are reset while a layer is on its way. */
@ExtendWith(MotoExtension.class)
class CutUploadIT {
  private static final PublishSettings SETTINGS =
      AwsSamples.settings("large-us-east-1", "us-east-1");
  private static final PublishPatience PATIENCE =
      new PublishPatience(RetryPolicy.DEFAULT, LockPatience.DEFAULT, 1);

  /** Too much for one call, so that it goes through S3 in seven pieces. */
  private static final int LARGE = 53_000_000;

  private final Path folder;
  private final Moto moto;

  CutUploadIT(@TempDir Path folder, Moto moto) {
    this.folder = folder;
    this.moto = moto;
  }

  private BuiltLayer layer(int size) {
    Path zip = LayerSamples.zip(folder.resolve("layer.zip"), "content", size);
    return LayerSamples.layer("hello", zip, LayerSamples.contentDigest("content"));
  }

  private PublishResult published(URI endpoint, BuiltLayer layer) throws InterruptedException {
    try (AwsLayerService service =
        new AwsLayerService(AwsSamples.clients(endpoint), SETTINGS, true)) {
      LayerPublisher publisher =
          new LayerPublisher(service, SETTINGS, PATIENCE, new FakeTiming(), "");
      return publisher.publish(
          publisher.plan(List.of(layer)), folder.resolve("receipts.json"), Progress.none());
    }
  }

  private void assertPublishedOnce(BuiltLayer layer) throws Exception {
    try (AwsLayerService service = AwsSamples.service(moto.address(), SETTINGS)) {
      PublishedState state = new PublishedState(service);
      state.assertOnce(List.of(layer), SETTINGS);
      state.assertUnlocked(List.of(layer), SETTINGS);
    }
  }

  private static boolean isPublication(String line) {
    return line.matches("POST /2018-10-31/layers/[^/]+/versions HTTP.*");
  }

  private static boolean isThirdPiece(String line) {
    return line.startsWith("PUT /") && line.contains("partNumber=3");
  }

  /** Cut once, after this part of the body in thousandths: the same run overcomes it. */
  @ParameterizedTest
  @ValueSource(ints = {0, 1, 500, 999})
  void aCutInTheCallThatPublishesIsOvercome(int part) throws Exception {
    BuiltLayer layer = layer(300_000);
    AtomicInteger calls = new AtomicInteger();
    try (CuttingRelay relay =
        new CuttingRelay(
            moto.address(),
            (line, length) ->
                isPublication(line) && calls.getAndIncrement() == 0
                    ? length * part / 1000
                    : CuttingRelay.Script.WHOLE)) {
      assertThat(published(relay.address(), layer).problems()).isEmpty();
      assertThat(relay.cuts()).isEqualTo(1);
      assertThat(calls).hasValue(2);
    }
    assertPublishedOnce(layer);
  }

  @Test
  void whereEveryAttemptIsCutTheNextRunPublishes() throws Exception {
    BuiltLayer layer = layer(300_000);
    try (CuttingRelay relay =
        new CuttingRelay(
            moto.address(),
            (line, length) -> isPublication(line) ? length / 2 : CuttingRelay.Script.WHOLE)) {
      assertThat(published(relay.address(), layer).problems())
          .singleElement()
          .asString()
          .contains("the connection to AWS failed");
      assertThat(relay.cuts()).isEqualTo(PATIENCE.retry().attempts());
    }
    assertThat(published(moto.address(), layer).problems()).isEmpty();
    assertPublishedOnce(layer);
  }

  @Test
  void aCutInAPieceForS3LeavesNothingBehind() throws Exception {
    BuiltLayer layer = layer(LARGE);
    AtomicInteger pieces = new AtomicInteger();
    try (AwsClients clients = AwsSamples.clients(moto.address());
        CuttingRelay relay =
            new CuttingRelay(
                moto.address(),
                (line, length) ->
                    isThirdPiece(line) && pieces.getAndIncrement() == 0
                        ? length / 2
                        : CuttingRelay.Script.WHOLE)) {
      S3Client store = clients.store(new Region("us-east-1"));
      store.createBucket(r -> r.bucket("large-us-east-1"));

      assertThat(published(relay.address(), layer).problems()).isEmpty();
      assertThat(relay.cuts()).isEqualTo(1);
      assertPublishedOnce(layer);
      assertThat(store.listObjectsV2(r -> r.bucket("large-us-east-1")).contents()).isEmpty();
      assertThat(store.listMultipartUploads(r -> r.bucket("large-us-east-1")).uploads()).isEmpty();
    }
  }
}
