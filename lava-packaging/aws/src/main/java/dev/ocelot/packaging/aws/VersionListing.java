package dev.ocelot.packaging.aws;

import dev.ocelot.packaging.publish.LayerName;
import dev.ocelot.packaging.publish.LayerServiceException;
import dev.ocelot.packaging.publish.LayerServiceException.Fault;
import dev.ocelot.packaging.publish.LayerVersion;
import dev.ocelot.packaging.publish.Region;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import software.amazon.awssdk.services.lambda.model.LayerVersionsListItem;
import software.amazon.awssdk.services.lambda.model.LayersListItem;
import software.amazon.awssdk.services.lambda.model.ListLayersResponse;

/** What layers and versions a region has. */
final class VersionListing {
  private final AwsClients clients;

  VersionListing(AwsClients clients) {
    this.clients = clients;
  }

  List<LayerName> layers(Region region) throws LayerServiceException {
    return AwsCalls.run(
        () ->
            clients.lambda(region).listLayersPaginator().layers().stream()
                .map(LayersListItem::layerName)
                .map(LayerName::new)
                .sorted()
                .toList());
  }

  /** Every version of a layer, lowest first. */
  List<LayerVersion> versions(Region region, LayerName layer) throws LayerServiceException {
    return AwsCalls.emptyIfMissing(
        () ->
            clients
                .lambda(region)
                .listLayerVersionsPaginator(r -> r.layerName(layer.text()))
                .layerVersions()
                .stream()
                .map(item -> version(region, layer, item))
                .sorted(Comparator.comparingLong(LayerVersion::number))
                .toList());
  }

  /**
   * The newest versions of layers, as far as one listing of the region tells them.
   *
   * @param rest layers that the listing did not come to, to be asked for one by one
   */
  record Newest(Map<LayerName, LayerVersion> found, Set<LayerName> rest) {}

  /**
   * Lists the layers of the region, as long as that may take fewer calls than asking for each. A
   * role that may not list layers learns nothing by it.
   */
  Newest newest(Region region, Set<LayerName> layers) throws LayerServiceException {
    Map<LayerName, LayerVersion> found = new TreeMap<>();
    if (layers.size() > 1 && isListed(region, layers, found)) {
      return new Newest(found, Set.of());
    }
    Set<LayerName> rest = new TreeSet<>(layers);
    rest.removeAll(found.keySet());
    return new Newest(found, rest);
  }

  /** Whether no layer is left that the listing did not come to. */
  private boolean isListed(
      Region region, Set<LayerName> layers, Map<LayerName, LayerVersion> newest)
      throws LayerServiceException {
    try {
      return AwsCalls.run(
          () -> {
            int left = layers.size();
            for (ListLayersResponse page : clients.lambda(region).listLayersPaginator()) {
              for (LayersListItem item : page.layers()) {
                LayerName name = new LayerName(item.layerName());
                if (layers.contains(name)) {
                  newest.put(name, version(region, name, item.latestMatchingVersion()));
                }
              }
              left--;
              if (page.nextMarker() == null || newest.size() == layers.size()) {
                return true;
              }
              if (left == 0) {
                return false;
              }
            }
            return true;
          });
    } catch (LayerServiceException e) {
      if (e.fault() == Fault.DENIED) {
        return false;
      }
      throw e;
    }
  }

  private static LayerVersion version(Region region, LayerName layer, LayerVersionsListItem item) {
    return new LayerVersion(
        region,
        layer,
        item.version(),
        item.layerVersionArn(),
        item.description() == null ? "" : item.description(),
        item.compatibleArchitecturesAsStrings(),
        item.compatibleRuntimesAsStrings());
  }
}
