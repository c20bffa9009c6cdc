package dev.ocelot.packaging.aws;

import dev.ocelot.packaging.publish.LayerService;
import dev.ocelot.packaging.publish.LayerServiceFactory;
import dev.ocelot.packaging.publish.PublishSettings;
import dev.ocelot.packaging.publish.PublisherKind;
import dev.ocelot.packaging.publish.ServiceRequest;

/** Makes the service that publishes to AWS. Found by {@code ServiceLoader}. */
public final class AwsLayerServiceFactory implements LayerServiceFactory {
  /** Made by {@code ServiceLoader}. */
  public AwsLayerServiceFactory() {}

  @Override
  public PublisherKind kind() {
    return PublisherKind.AWS;
  }

  @Override
  public LayerService service(PublishSettings settings, ServiceRequest request) {
    AwsClients clients = new AwsClients(AwsAccess.standard(), AwsPatience.DEFAULT);
    return new AwsLayerService(clients, settings, request.createTable());
  }
}
