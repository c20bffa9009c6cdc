package dev.ocelot.packaging.publish;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;

/** Looks at what a service holds, and holds it to what should be there. */
public final class PublishedState {
  private final LayerService service;

  /**
   * Looks at a service.
   *
   * @param service the service, without trouble
   */
  public PublishedState(LayerService service) {
    this.service = service;
  }

  /**
   * Each layer is in each region exactly once, with its bytes, its row and its permission.
   *
   * @param layers the layers
   * @param settings where and how
   * @throws LayerServiceException when the service fails
   */
  public void assertOnce(List<BuiltLayer> layers, PublishSettings settings)
      throws LayerServiceException {
    for (BuiltLayer layer : layers) {
      for (Region region : settings.regions()) {
        List<LayerVersion> versions = service.versions(region, layer.name());
        assertThat(versions).as("%s in %s", layer.name(), region).hasSize(1);
        assertWhole(layer, versions.get(0), settings);
        assertThat(service.table().rowsOfLayer(versions.get(0).baseArn())).hasSize(1);
      }
    }
  }

  /**
   * A version has a layer's bytes, its row and its permission.
   *
   * @param layer the layer
   * @param version the version
   * @param settings how it should be
   * @throws LayerServiceException when the service fails
   */
  public void assertWhole(BuiltLayer layer, LayerVersion version, PublishSettings settings)
      throws LayerServiceException {
    assertThat(service.code(version).sha256()).isEqualTo(layer.digests().sha256());
    Optional<Row> row = service.table().row(version.arn());
    assertThat(row).isPresent();
    assertThat(row.get().text("sha256")).contains(layer.digests().sha256());
    assertThat(row.get().attributes())
        .containsEntry("public", new Row.Flag(settings.layer().isPublic()));
    assertThat(service.policy(version).contains(PolicyStatement.PUBLIC))
        .isEqualTo(settings.layer().isPublic());
  }

  /**
   * No lock is held, but perhaps by a process that was killed: whoever wants it takes it.
   *
   * @param layers the layers
   * @param settings where they go
   * @throws LayerServiceException when the service fails
   */
  public void assertUnlockedByTheLiving(List<BuiltLayer> layers, PublishSettings settings)
      throws LayerServiceException {
    for (BuiltLayer layer : layers) {
      for (Region region : settings.regions()) {
        assertThat(service.table().row("lock:" + region + ":" + layer.name()))
            .matches(lock -> lock.isEmpty() || LayerLocks.isAbandoned(lock.get()));
      }
    }
  }

  /**
   * No lock is held.
   *
   * @param layers the layers
   * @param settings where they go
   * @throws LayerServiceException when the service fails
   */
  public void assertUnlocked(List<BuiltLayer> layers, PublishSettings settings)
      throws LayerServiceException {
    for (BuiltLayer layer : layers) {
      for (Region region : settings.regions()) {
        assertThat(service.table().row("lock:" + region + ":" + layer.name())).isEmpty();
      }
    }
  }
}
