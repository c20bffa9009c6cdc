package dev.ocelot.packaging.aws;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ocelot.packaging.progress.Progress;
import dev.ocelot.packaging.publish.BuiltLayer;
import dev.ocelot.packaging.publish.FakeTiming;
import dev.ocelot.packaging.publish.LayerPublisher;
import dev.ocelot.packaging.publish.LayerSamples;
import dev.ocelot.packaging.publish.LockPatience;
import dev.ocelot.packaging.publish.PublishOverrides;
import dev.ocelot.packaging.publish.PublishPatience;
import dev.ocelot.packaging.publish.PublishSettings;
import dev.ocelot.packaging.publish.PublishSettingsReader;
import dev.ocelot.packaging.publish.Region;
import dev.ocelot.packaging.publish.RetryPolicy;
import dev.ocelot.problem.Problems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import software.amazon.awssdk.services.lambda.LambdaClient;

/** What AWS says about a layer's licence is what the repository says, never a word of our own. */
@ExtendWith(MotoExtension.class)
class LicenceIT {
  private final Path folder;
  private final Moto moto;

  LicenceIT(@TempDir Path folder, Moto moto) {
    this.folder = folder;
    this.moto = moto;
  }

  @ParameterizedTest
  @CsvSource({"'', ''", "'licence: MIT OR Apache-2.0', MIT OR Apache-2.0"})
  void theLicenceReachesAws(String setting, String licence) throws Exception {
    Path file =
        Files.writeString(
            folder.resolve("publish.yaml"),
            "publisher: aws\nregions: [us-east-1]\nlayer: { name: ocel, " + setting + " }\n");
    Problems problems = new Problems();
    PublishSettings settings =
        new PublishSettingsReader(problems)
            .read(file, "config/publish.yaml", PublishOverrides.NONE)
            .orElseThrow(() -> new AssertionError(problems.all()));
    BuiltLayer layer = LayerSamples.layer(folder, "hello", "one");

    try (FaultProxy proxy = new FaultProxy(moto);
        AwsClients reader = AwsSamples.clients(moto.address());
        AwsLayerService service = AwsSamples.service(proxy.address(), settings)) {
      LayerPublisher publisher =
          new LayerPublisher(
              service,
              settings,
              new PublishPatience(RetryPolicy.DEFAULT, LockPatience.DEFAULT, 1),
              new FakeTiming(),
              "");
      assertThat(
              publisher
                  .publish(
                      publisher.plan(List.of(layer)),
                      folder.resolve("receipts.json"),
                      Progress.none())
                  .problems())
          .isEmpty();

      LambdaClient lambda = reader.lambda(new Region("us-east-1"));
      String name = layer.name().text();
      assertThat(lambda.getLayerVersion(r -> r.layerName(name).versionNumber(1L)).licenseInfo())
          .isEqualTo(licence);
      assertThat(lambda.listLayerVersions(r -> r.layerName(name)).layerVersions())
          .singleElement()
          .satisfies(listed -> assertThat(listed.licenseInfo()).isEqualTo(licence));
    }
  }
}
