package dev.ocelot.packaging.aws;

import dev.ocelot.packaging.publish.LayerSamples;
import dev.ocelot.packaging.publish.LayerServiceException;
import dev.ocelot.packaging.publish.PublishSettings;
import dev.ocelot.packaging.publish.PublisherKind;
import java.net.URI;
import java.time.Duration;
import java.util.Optional;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;

/** Services for tests. */
final class AwsSamples {
  /** The account that moto gives to everyone. */
  static final String ACCOUNT = "123456789012";

  /** Enough for a busy machine. */
  static final AwsPatience PATIENCE =
      new AwsPatience(
          Duration.ofSeconds(5),
          Duration.ofSeconds(20),
          Duration.ofSeconds(20),
          Duration.ofMinutes(1),
          Duration.ofSeconds(30),
          Duration.ofMillis(20));

  private AwsSamples() {}

  static AwsClients clients(URI endpoint) {
    return clients(endpoint, PATIENCE);
  }

  static AwsClients clients(URI endpoint, AwsPatience patience) {
    AwsBasicCredentials someone = AwsBasicCredentials.create("AKIAEXAMPLE", "secret");
    return new AwsClients(
        new AwsAccess(StaticCredentialsProvider.create(someone), Optional.of(endpoint)), patience);
  }

  static PublishSettings settings(String bucket, String... regions) {
    PublishSettings some = LayerSamples.settings(true, regions);
    return new PublishSettings(
        some.layer(), some.regions(), some.table(), ACCOUNT, PublisherKind.AWS, "", bucket);
  }

  /** A service whose table is there. */
  static AwsLayerService service(URI endpoint, PublishSettings settings) {
    AwsLayerService service = new AwsLayerService(clients(endpoint), settings, true);
    try {
      String unused = service.preflight(settings.regions());
      return service;
    } catch (LayerServiceException e) {
      throw new IllegalStateException(e);
    }
  }
}
