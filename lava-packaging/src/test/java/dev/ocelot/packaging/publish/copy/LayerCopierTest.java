package dev.ocelot.packaging.publish.copy;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ocelot.packaging.progress.Progress;
import dev.ocelot.packaging.publish.BuiltLayer;
import dev.ocelot.packaging.publish.FaultyLayerService;
import dev.ocelot.packaging.publish.LayerPattern;
import dev.ocelot.packaging.publish.LayerPublisher;
import dev.ocelot.packaging.publish.LayerSamples;
import dev.ocelot.packaging.publish.LayerService;
import dev.ocelot.packaging.publish.PublishSettings;
import dev.ocelot.packaging.publish.PublishedLayers;
import dev.ocelot.packaging.publish.PublishedState;
import dev.ocelot.packaging.publish.Receipt;
import dev.ocelot.packaging.publish.Row;
import dev.ocelot.problem.Problem;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LayerCopierTest {
  private static final PublishSettings ONE = LayerSamples.settings(true, "us-east-1");
  private static final PublishSettings THREE =
      LayerSamples.settings(true, "us-east-1", "eu-west-1", "ca-west-1");

  private final Path folder;
  private final Path work;
  private final PublishedLayers published;
  private final BuiltLayer hello;

  LayerCopierTest(@TempDir Path folder) throws IOException {
    this.folder = folder;
    this.work = Files.createDirectory(folder.resolve("work"));
    this.published = new PublishedLayers(folder);
    this.hello = LayerSamples.layer(folder, "hello", "one");
  }

  private CopyPlan plan(LayerService service, PublishSettings settings) throws Exception {
    return new CopyPlanner(published.patient(service), settings.regions()).plan(LayerPattern.ALL);
  }

  private LayerCopier.Result copy(LayerService service, PublishSettings settings) throws Exception {
    return new LayerCopier(
            published.patient(service),
            (target, commit) ->
                new LayerPublisher(
                    service, target, published.patience(), published.timing(), commit),
            work,
            Progress.none())
        .carryOut(plan(service, settings), settings);
  }

  @Test
  void aPlanNamesTheRegionsThatMissTheNewestVersion() throws Exception {
    published.publish(ONE, hello);
    published.publish(ONE, LayerSamples.layer(folder, "hello", "two"));
    published.publish(THREE, LayerSamples.layer(folder, "other", "three"));

    CopyPlan plan = plan(published.service(), THREE);

    assertThat(plan.entries())
        .extracting(CopyPlan.Entry::line)
        .containsExactly(
            "copy ocel-amd64-hello-1_0-local from us-east-1 version 2 to eu-west-1, ca-west-1");
    assertThat(plan.complete()).isEqualTo(1);
    assertThat(published.service().versions(THREE.regions().get(1), hello.name())).isEmpty();
  }

  @Test
  void aCopyHasBytesRowAndPermissionOfAPublication() throws Exception {
    Files.writeString(
        hello.file().resolveSibling(hello.file().getFileName() + ".cdx.json"),
        """
        {"metadata": {"component": {"hashes": [{"alg": "SHA-256", "content": "%s"}]}}}
        """
            .formatted(hello.digests().sha256()));
    published.publish(ONE, hello);

    LayerCopier.Result result = copy(published.service(), THREE);

    assertThat(result.problems()).isEmpty();
    assertThat(result.receipts())
        .extracting(receipt -> receipt.region() + " " + receipt.outcome().text())
        .containsExactly("eu-west-1 published", "ca-west-1 published");
    new PublishedState(published.service()).assertOnce(List.of(hello), THREE);
    new PublishedState(published.service()).assertUnlocked(List.of(hello), THREE);
    Row source = published.row("us-east-1", hello.name(), 1);
    Row copy = published.row("ca-west-1", hello.name(), 1);
    for (String name : source.attributes().keySet()) {
      if (!List.of("region", "base_layer_arn", "publish_timestamp").contains(name)) {
        assertThat(copy.attributes().get(name)).as(name).isEqualTo(source.attributes().get(name));
      }
    }
    assertThat(source.text("sbom")).isPresent();
    assertThat(published.publish(THREE, hello).receipts())
        .allMatch(receipt -> receipt.outcome() == Receipt.Outcome.REUSED);
    try (var left = Files.list(work)) {
      assertThat(left.map(file -> file.getFileName().toString())).containsExactly("receipts.json");
    }
  }

  @Test
  void bytesThatAreNotWhatTheirRowSaysAreNotCopied() throws Exception {
    published.publish(ONE, hello);
    Files.write(published.zip("us-east-1", hello.name(), 1), new byte[10]);

    LayerCopier.Result result = copy(published.service(), THREE);

    assertThat(result.receipts()).isEmpty();
    assertThat(result.problems())
        .extracting(Problem::message)
        .containsExactly(
            "arn:directory:lambda:us-east-1::layer:ocel-amd64-hello-1_0-local:1 does not serve what its row says");
    assertThat(published.service().versions(THREE.regions().get(1), hello.name())).isEmpty();
  }

  @Test
  void anotherRegionHelpsOutWhereOneIsDamaged() throws Exception {
    published.publish(LayerSamples.settings(true, "us-east-1", "eu-west-1"), hello);
    Files.write(published.zip("eu-west-1", hello.name(), 1), new byte[10]);

    LayerCopier.Result result = copy(published.service(), THREE);

    assertThat(result.problems()).isEmpty();
    assertThat(published.zip("ca-west-1", hello.name(), 1)).hasSameBinaryContentAs(hello.file());
  }

  @Test
  void aRowThatSaysTooLittleIsAProblem() throws Exception {
    published.publish(ONE, hello);
    published.change(
        published.row("us-east-1", hello.name(), 1), "structural_tag", new Row.Text(""));

    assertThat(copy(published.service(), THREE).problems())
        .extracting(Problem::message)
        .containsExactly(
            "the row of arn:directory:lambda:us-east-1::layer:ocel-amd64-hello-1_0-local:1 says too little to copy its layer");
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3})
  void troubleThatGoesByEndsWithOneVersionEach(long seed) throws Exception {
    published.publish(ONE, hello);
    LayerService faulty =
        new FaultyLayerService(published.service(), FaultyLayerService.passing(seed));

    for (int run = 0; run < 3; run++) {
      copy(faulty, THREE);
    }

    new PublishedState(published.service()).assertOnce(List.of(hello), THREE);
  }
}
