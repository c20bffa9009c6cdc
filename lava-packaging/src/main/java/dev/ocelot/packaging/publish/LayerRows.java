package dev.ocelot.packaging.publish;

import dev.ocelot.packaging.artifact.RecordedSource;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The row that accounts for a published version. Its attributes are those of Ocelot's older
 * publisher and what that one left out: build tags, release group, commit, tools, sha256, size,
 * structural tag, bill of materials.
 */
final class LayerRows {
  private static final DateTimeFormatter TIMESTAMP =
      DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSSSSSxxx", Locale.ROOT);

  /** What must agree for a row to be whole, besides the digests. */
  private static final List<String> HELD =
      List.of(
          RowNames.DISTRIBUTION,
          RowNames.BASE_ARN,
          RowNames.VERSION,
          RowNames.REGION,
          RowNames.BASE_NAME,
          RowNames.ARCHITECTURE,
          RowNames.PUBLIC);

  /** What the bytes of a version, and nothing else, decide. */
  private static final List<String> OF_BYTES =
      List.of(
          RowNames.MD5,
          RowNames.SHA256,
          RowNames.SIZE,
          RowNames.CONTENT_DIGEST,
          RowNames.STRUCTURAL_TAG);

  private final PublishSettings.LayerSettings settings;
  private final String commit;
  private final Map<Path, String> bills = new ConcurrentHashMap<>();

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
    text(row, RowNames.DISTRIBUTION, layer.facts().distribution());
    text(row, RowNames.DESCRIPTION, layer.facts().description());
    text(row, RowNames.BASE_ARN, version.baseArn());
    row.put(RowNames.VERSION, new Row.Whole(version.number()));
    text(row, RowNames.REGION, version.region().name());
    text(row, RowNames.BASE_NAME, layer.name().text());
    text(row, RowNames.ARCHITECTURE, layer.architecture().shortName());
    text(row, RowNames.LAYER_VERSION, layer.version());
    text(row, RowNames.COLLECTOR_VERSION, layer.facts().collectorVersion());
    text(row, RowNames.TIMESTAMP, TIMESTAMP.format(now.atOffset(ZoneOffset.UTC)));
    row.put(RowNames.PUBLIC, new Row.Flag(settings.isPublic()));
    row.put(RowNames.RUNTIMES, new Row.Texts(settings.runtimes()));
    text(row, RowNames.MD5, layer.digests().md5());
    text(row, RowNames.SHA256, layer.digests().sha256());
    row.put(RowNames.SIZE, new Row.Whole(layer.digests().size()));
    text(row, RowNames.CONTENT_DIGEST, layer.artifact().contentDigest());
    row.put(RowNames.BUILD_TAGS, new Row.Texts(layer.facts().buildTags()));
    text(row, RowNames.RELEASE_GROUP, settings.releaseGroup());
    text(row, RowNames.COMMIT, commit);
    text(row, RowNames.STRUCTURAL_TAG, layer.artifact().structuralTag().text());
    text(row, RowNames.BUILD_KEY, layer.record().buildKey());
    row.put(
        RowNames.TOOLS,
        new Row.Texts(
            layer.record().tools().stream().map(t -> t.name() + " " + t.version()).toList()));
    row.put(
        RowNames.SOURCES,
        new Row.Texts(layer.record().sources().stream().map(LayerRows::text).toList()));
    text(row, RowNames.SBOM, bill(layer));
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
      for (String name : OF_BYTES) {
        mended = mended.with(name, wanted.attributes().getOrDefault(name, new Row.Text("")));
      }
      mended = withBill(mended, wanted);
    }
    return mended;
  }

  /** Packed bills may differ in their bytes and say the same, so one that is about these stays. */
  private static Row withBill(Row found, Row wanted) {
    String sha256 = wanted.text(RowNames.SHA256).orElse("");
    boolean itsOwn =
        found
            .text(RowNames.SBOM)
            .flatMap(text -> new StoredBill(text).unpacked())
            .filter(bill -> StoredBill.isOf(bill, sha256))
            .isPresent();
    return itsOwn
        ? found
        : found.with(
            RowNames.SBOM, wanted.attributes().getOrDefault(RowNames.SBOM, new Row.Text("")));
  }

  /** Packed once for all regions. */
  private String bill(BuiltLayer layer) {
    return bills.computeIfAbsent(
        layer.file(),
        file -> StoredBill.beside(file, layer.digests().sha256()).map(StoredBill::text).orElse(""));
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
