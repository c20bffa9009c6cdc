package dev.ocelot.packaging.publish;

import java.util.TreeMap;

/** Makes rows for tests of what reads them, in the account 123456789012. */
public final class PublishedRows {
  private final TreeMap<String, Row.Value> attributes = new TreeMap<>();
  private long number = 1;

  /**
   * A row of {@code ocel-<architecture>-<distribution>-0_126_0-<group>} version 1.
   *
   * @param region where
   * @param distribution which distribution
   * @param architecture such as {@code amd64}
   * @param group the release group
   */
  public PublishedRows(String region, String distribution, String architecture, String group) {
    text("region", region);
    text("distribution", distribution);
    text("architecture", architecture);
    text("release_group", group);
    text("base_name", "ocel-" + architecture + "-" + distribution + "-0_126_0-" + group);
    text("layer_version_str", "0_126_0");
    text("collector_version_input", "v0.126.0");
    text("md5_hash", "ab".repeat(16));
    text("publish_timestamp", "2026-01-02T03:04:05.678901+00:00");
  }

  /**
   * Another number.
   *
   * @param version the version's number
   * @return this
   */
  public PublishedRows number(long version) {
    number = version;
    return this;
  }

  /**
   * Another attribute.
   *
   * @param name its name
   * @param value its text
   * @return this
   */
  public PublishedRows text(String name, String value) {
    return with(name, new Row.Text(value));
  }

  /**
   * Another attribute.
   *
   * @param name its name
   * @param value its value
   * @return this
   */
  public PublishedRows with(String name, Row.Value value) {
    attributes.put(name, value);
    return this;
  }

  /**
   * With a bill of materials.
   *
   * @param bill the document
   * @return this
   */
  public PublishedRows bill(String bill) {
    byte[] bytes = bill.getBytes(java.nio.charset.StandardCharsets.UTF_8);
    return text("sbom", StoredBill.of(bytes).orElseThrow().text());
  }

  /**
   * The row.
   *
   * @return read
   */
  public PublishedRow row() {
    Row known = new Row("", attributes);
    String region = known.text("region").orElseThrow();
    String name = known.text("base_name").orElseThrow();
    String base = "arn:aws:lambda:" + region + ":123456789012:layer:" + name;
    text("base_layer_arn", base);
    with("version", new Row.Whole(number));
    return PublishedRow.of(new Row(base + ":" + number, attributes)).orElseThrow();
  }
}
