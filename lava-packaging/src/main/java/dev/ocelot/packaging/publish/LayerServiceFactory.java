package dev.ocelot.packaging.publish;

/** Makes services of one kind. Implementations are found by {@code ServiceLoader}. */
public interface LayerServiceFactory {

  /**
   * What it makes.
   *
   * @return the kind
   */
  PublisherKind kind();

  /**
   * Makes a service. Asks nobody yet.
   *
   * @param settings where and how layers are published
   * @param request what this run says besides
   * @return the service, which the caller closes
   */
  LayerService service(PublishSettings settings, ServiceRequest request);
}
