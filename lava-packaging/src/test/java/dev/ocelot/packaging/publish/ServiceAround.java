package dev.ocelot.packaging.publish;

import java.nio.file.Path;
import java.util.List;
import java.util.function.LongConsumer;

/** A service that hands everything on, to change one thing about. */
public class ServiceAround implements LayerService {
  private final LayerService inner;

  /**
   * A service around another.
   *
   * @param inner does the work
   */
  public ServiceAround(LayerService inner) {
    this.inner = inner;
  }

  @Override
  public String preflight(List<Region> regions) throws LayerServiceException {
    return inner.preflight(regions);
  }

  @Override
  public void rehearse(Region region, LayerName layer, boolean toEveryone)
      throws LayerServiceException {
    inner.rehearse(region, layer, toEveryone);
  }

  @Override
  public List<LayerName> layers(Region region) throws LayerServiceException {
    return inner.layers(region);
  }

  @Override
  public void download(LayerVersion version, Path target, LongConsumer received)
      throws LayerServiceException {
    inner.download(version, target, received);
  }

  @Override
  public List<String> users(LayerVersion version) throws LayerServiceException {
    return inner.users(version);
  }

  @Override
  public List<LayerVersion> versions(Region region, LayerName layer) throws LayerServiceException {
    return inner.versions(region, layer);
  }

  @Override
  public LayerCode code(LayerVersion version) throws LayerServiceException {
    return inner.code(version);
  }

  @Override
  public LayerVersion publish(Region region, LayerUpload upload, LongConsumer sent)
      throws LayerServiceException {
    return inner.publish(region, upload, sent);
  }

  @Override
  public void delete(LayerVersion version) throws LayerServiceException {
    inner.delete(version);
  }

  @Override
  public List<PolicyStatement> policy(LayerVersion version) throws LayerServiceException {
    return inner.policy(version);
  }

  @Override
  public void allow(LayerVersion version, PolicyStatement statement) throws LayerServiceException {
    inner.allow(version, statement);
  }

  @Override
  public void disallow(LayerVersion version, String statementId) throws LayerServiceException {
    inner.disallow(version, statementId);
  }

  @Override
  public LayerTable table() {
    return inner.table();
  }
}
