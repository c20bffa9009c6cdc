package dev.ocelot.packaging.publish;

import dev.ocelot.packaging.artifact.RecordedSource;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/**
 * The row that accounts for a published version. Its attributes are those of Ocelot's older
 * publisher and what that one left out: build tags, release group, commit, tools, sha256, size,
 * structural tag.
 */
final class LayerRows {
  static final String CONTENT_DIGEST = "content_digest";
  static final String SHA256 = "sha256";
  static final String PUBLIC = "public";

  private static final String MD5 = "md5_hash";
  private static final String SIZE = "size";

  private static final DateTimeFormatter TIMESTAMP =
      DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSSSSSxxx", Locale.ROOT);

  /** What must agree for a row to be whole, besides the digests. */
  private static final List<String> HELD =
      List.of(
          "distribution",
          "base_layer_arn",
          "version",
          "region",
          "base_name",
          "architecture",
          PUBLIC);

  private final PublishSettings.LayerSettings settings;
  private final String commit;

  /**
   * Makes rows.
   *
   * @param settings what all layers have in common
   * @param commit of the repository that is published from, or empty
   */
  LayerRows(PublishSettings.LayerSettings settings, String commit) {
    this.settings = settings;
    this.commit = commit;
  }

  /** The row of a version that holds the layer's very bytes. */
  Row row(BuiltLayer layer, LayerVersion version, Instant now) {
    TreeMap<String, Row.Value> row = new TreeMap<>();
    text(row, "distribution", layer.facts().distribution());
    text(row, "distribution_description", layer.facts().description());
    text(row, "base_layer_arn", version.baseArn());
    row.put("version", new Row.Whole(version.number()));
    text(row, "region", version.region().name());
    text(row, "base_name", layer.name().text());
    text(row, "architecture", layer.architecture().shortName());
    text(row, "layer_version_str", layer.version());
    text(row, "collector_version_input", layer.facts().collectorVersion());
    text(row, "publish_timestamp", TIMESTAMP.format(now.atOffset(ZoneOffset.UTC)));
    row.put(PUBLIC, new Row.Flag(settings.isPublic()));
    row.put("compatible_runtimes", new Row.Texts(settings.runtimes()));
    text(row, MD5, layer.digests().md5());
    text(row, SHA256, layer.digests().sha256());
    row.put(SIZE, new Row.Whole(layer.digests().size()));
    text(row, CONTENT_DIGEST, layer.artifact().contentDigest());
    row.put("build_tags", new Row.Texts(layer.facts().buildTags()));
    text(row, "release_group", settings.releaseGroup());
    text(row, "commit", commit);
    text(row, "structural_tag", layer.artifact().structuralTag().text());
    text(row, "build_key", layer.record().buildKey());
    row.put(
        "tool_versions",
        new Row.Texts(
            layer.record().tools().stream().map(t -> t.name() + " " + t.version()).toList()));
    row.put(
        "sources", new Row.Texts(layer.record().sources().stream().map(LayerRows::text).toList()));
    return new Row(version.arn(), row);
  }

  /**
   * A row brought up to what must hold; the same row when nothing is wrong with it.
   *
   * @param found the row as it is
   * @param wanted the row of the version as {@link #row} makes it
   * @param by why the version counts as published: other bytes keep their own digests
   */
  Row mended(Row found, Row wanted, Match.By by) {
    Row mended = found;
    for (String name : HELD) {
      mended = mended.with(name, wanted.attributes().getOrDefault(name, new Row.Text("")));
    }
    if (by == Match.By.MD5) {
      for (String name : List.of(MD5, SHA256, SIZE, CONTENT_DIGEST)) {
        mended = mended.with(name, wanted.attributes().getOrDefault(name, new Row.Text("")));
      }
    }
    return mended;
  }

  private static void text(Map<String, Row.Value> row, String name, String value) {
    row.put(name, new Row.Text(value));
  }

  private static String text(RecordedSource source) {
    return source.location()
        + " "
        + (source.commit().isEmpty() ? source.sha256() : source.commit());
  }
}
