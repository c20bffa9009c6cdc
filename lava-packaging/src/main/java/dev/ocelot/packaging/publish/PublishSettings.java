package dev.ocelot.packaging.publish;

import java.util.List;

/**
 * How layers are published: what {@code config/publish.yaml} says, after the command line and with
 * the defaults.
 *
 * @param layer what all layers have in common
 * @param regions where they go, in order, each once, at least one
 * @param table where they are accounted for
 * @param account the only account to publish from, 12 digits; empty when any will do
 * @param publisher which service holds the layers
 * @param directory the folder of {@link PublisherKind#DIRECTORY}, relative to the repository root
 *     unless the command line said otherwise
 * @param bucket of S3, through which {@link PublisherKind#AWS} sends what a call cannot carry;
 *     {@value #REGION_PLACE} in it stands for the region; empty when there is none
 */
public record PublishSettings(
    LayerSettings layer,
    List<Region> regions,
    TableSettings table,
    String account,
    PublisherKind publisher,
    String directory,
    String bucket) {
  /** The most runtimes that a layer may name, as AWS Lambda has it. */
  public static final int MOST_RUNTIMES = 15;

  /** The most bytes of a zip that a call can carry, as AWS Lambda has it. */
  public static final long MOST_DIRECT_BYTES = 50L * 1024 * 1024;

  /**
   * What stands for the region in the name of a bucket, as a layer's bucket must be in its region.
   */
  public static final String REGION_PLACE = "{region}";

  /** Keeps a copy. */
  public PublishSettings {
    regions = List.copyOf(regions);
  }

  /**
   * The same settings with another permission.
   *
   * @param isPublic whether everyone may use the layers
   * @return the settings
   */
  public PublishSettings withPublic(boolean isPublic) {
    LayerSettings common =
        new LayerSettings(
            layer.name(),
            layer.layerVersion(),
            layer.releaseGroup(),
            isPublic,
            layer.runtimes(),
            layer.licence());
    return new PublishSettings(common, regions, table, account, publisher, directory, bucket);
  }

  /**
   * The bucket for large layers of a region.
   *
   * @param region the region
   * @return its name, or empty
   */
  public String bucketIn(Region region) {
    return bucket.replace(REGION_PLACE, region.name());
  }

  /**
   * What all layers have in common.
   *
   * @param name the word that their names begin with
   * @param layerVersion the version in their names; empty to take each artifact's own
   * @param releaseGroup the word that keeps releases apart
   * @param isPublic whether everyone may use them
   * @param runtimes that they work with; empty to say nothing
   * @param licence an SPDX expression; empty to say nothing
   */
  public record LayerSettings(
      String name,
      String layerVersion,
      String releaseGroup,
      boolean isPublic,
      List<String> runtimes,
      String licence) {
    /** Keeps a copy. */
    public LayerSettings {
      runtimes = List.copyOf(runtimes);
    }
  }

  /**
   * The table of what is published.
   *
   * @param name its name
   * @param region its region, whatever the layers' regions are
   */
  public record TableSettings(String name, Region region) {}
}
