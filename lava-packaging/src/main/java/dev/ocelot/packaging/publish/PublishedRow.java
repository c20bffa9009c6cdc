package dev.ocelot.packaging.publish;

import java.util.List;
import java.util.Optional;

/**
 * A row read as the account of one published version. What an older publisher did not write is
 * empty.
 *
 * @param row the row
 * @param region where the version is
 * @param layer the layer's full name
 * @param number the version's number
 */
public record PublishedRow(Row row, Region region, LayerName layer, long number) {

  /**
   * Reads a row.
   *
   * @param row any row
   * @return the account, or empty when it names no version that could exist
   */
  public static Optional<PublishedRow> of(Row row) {
    String region = row.text(RowNames.REGION).orElse("");
    String layer = row.text(RowNames.BASE_NAME).orElse("");
    long number = row.number(RowNames.VERSION).orElse(0L);
    if (!row.key().endsWith(":" + number)
        || number < 1
        || !Region.isRegion(region)
        || !LayerName.isName(layer)) {
      return Optional.empty();
    }
    return Optional.of(new PublishedRow(row, new Region(region), new LayerName(layer), number));
  }

  /**
   * The version's name in the service.
   *
   * @return the row's key
   */
  public String arn() {
    return row.key();
  }

  /**
   * The layer's name in the service, without a version.
   *
   * @return what all versions share
   */
  public String baseArn() {
    return row.key().substring(0, row.key().lastIndexOf(':'));
  }

  /**
   * The distribution or component.
   *
   * @return its name
   */
  public String distribution() {
    return text(RowNames.DISTRIBUTION);
  }

  /**
   * What the distribution is for.
   *
   * @return its description, or empty
   */
  public String description() {
    return text(RowNames.DESCRIPTION);
  }

  /**
   * Where it runs.
   *
   * @return such as {@code amd64}, or empty
   */
  public String architecture() {
    return text(RowNames.ARCHITECTURE);
  }

  /**
   * The version in the layer's name.
   *
   * @return such as {@code 0_126_0}
   */
  public String layerVersion() {
    return text(RowNames.LAYER_VERSION);
  }

  /**
   * The version of the collector in it.
   *
   * @return such as {@code v0.126.0}, or empty when it is no collector
   */
  public String collectorVersion() {
    return text(RowNames.COLLECTOR_VERSION);
  }

  /**
   * When the row was written.
   *
   * @return ISO 8601 in UTC, so that texts sort like times
   */
  public String timestamp() {
    return text(RowNames.TIMESTAMP);
  }

  /**
   * The MD5 of the zip.
   *
   * @return 32 hexadecimal digits
   */
  public String md5() {
    return text(RowNames.MD5);
  }

  /**
   * The sha256 of the zip.
   *
   * @return 64 hexadecimal digits, or empty
   */
  public String sha256() {
    return text(RowNames.SHA256);
  }

  /**
   * The size of the zip in bytes.
   *
   * @return the size, or empty when it was not recorded
   */
  public Optional<Long> size() {
    return row.number(RowNames.SIZE);
  }

  /**
   * What is in the zip, whatever its packing.
   *
   * @return 64 hexadecimal digits, or empty
   */
  public String contentDigest() {
    return text(RowNames.CONTENT_DIGEST);
  }

  /**
   * Whether everyone should be able to use it.
   *
   * @return true when it was published for everyone
   */
  public boolean isPublic() {
    return row.attributes().get(RowNames.PUBLIC) instanceof Row.Flag flag && flag.value();
  }

  /**
   * The runtimes that it says it works with.
   *
   * @return their names
   */
  public List<String> runtimes() {
    return texts(RowNames.RUNTIMES);
  }

  /**
   * The build tags of a collector.
   *
   * @return in the order in which they are shown
   */
  public List<String> buildTags() {
    return texts(RowNames.BUILD_TAGS);
  }

  /**
   * The word that keeps releases apart.
   *
   * @return the release group; of a row that does not say, what the layer's name ends in
   */
  public String releaseGroup() {
    String group = text(RowNames.RELEASE_GROUP);
    String name = layer.text();
    return group.isEmpty() ? name.substring(name.lastIndexOf('-') + 1) : group;
  }

  /**
   * The commit of the repository that it was published from.
   *
   * @return the id, or empty
   */
  public String commit() {
    return text(RowNames.COMMIT);
  }

  /**
   * What it was built from.
   *
   * @return the structural tag, or empty
   */
  public String structuralTag() {
    return text(RowNames.STRUCTURAL_TAG);
  }

  /**
   * What shaped its bytes.
   *
   * @return the build key, or empty
   */
  public String buildKey() {
    return text(RowNames.BUILD_KEY);
  }

  /**
   * The tools that shaped its bytes.
   *
   * @return names with versions
   */
  public List<String> tools() {
    return texts(RowNames.TOOLS);
  }

  /**
   * What was fetched to build it.
   *
   * @return locations with commits or digests
   */
  public List<String> sources() {
    return texts(RowNames.SOURCES);
  }

  /**
   * The bill of materials as {@link StoredBill} packs it.
   *
   * @return the text, or empty
   */
  public String bill() {
    return text(RowNames.SBOM);
  }

  private String text(String name) {
    return row.text(name).orElse("");
  }

  private List<String> texts(String name) {
    return row.attributes().get(name) instanceof Row.Texts texts ? texts.items() : List.of();
  }
}
