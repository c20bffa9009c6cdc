package dev.ocelot.packaging.publish.directory;

import dev.ocelot.packaging.publish.LayerService;
import dev.ocelot.packaging.publish.LayerServiceFactory;
import dev.ocelot.packaging.publish.PublishSettings;
import dev.ocelot.packaging.publish.PublisherKind;
import dev.ocelot.packaging.publish.ServiceRequest;

/** Makes the service that keeps layers in a directory. Found by {@code ServiceLoader}. */
public final class DirectoryLayerServiceFactory implements LayerServiceFactory {
  /** Made by {@code ServiceLoader}. */
  public DirectoryLayerServiceFactory() {}

  @Override
  public PublisherKind kind() {
    return PublisherKind.DIRECTORY;
  }

  @Override
  public LayerService service(PublishSettings settings, ServiceRequest request) {
    return new DirectoryLayerService(request.root().resolve(settings.directory()));
  }
}
