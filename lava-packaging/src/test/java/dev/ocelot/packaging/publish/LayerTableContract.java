package dev.ocelot.packaging.publish;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.ocelot.packaging.publish.LayerServiceException.Fault;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What every {@link LayerTable} does. An implementation extends this and gives an empty table. */
public abstract class LayerTableContract {
  private static final String BASE =
      "arn:test:lambda:us-east-1:123456789012:layer:ocel-amd64-hello";
  private static final Row LOCK =
      new Row(
          "lock:us-east-1:ocel-amd64-hello",
          new TreeMap<>(Map.of("owner", new Row.Text("me"), "lease", new Row.Whole(1))));

  /**
   * The table under test.
   *
   * @return always the same one
   */
  protected abstract LayerTable table();

  /** What others write into rows. */
  public enum Foreign {
    TEXT,
    WHOLE,
    FLAG,
    TEXTS,
    EMPTY_TEXT,
    FRACTION,
    BYTES,
    NULL,
    EMPTY_LIST,
    MIXED_LIST,
    MAP,
    SET_OF_TEXTS,
    SET_OF_NUMBERS,
    SET_OF_BYTES
  }

  /**
   * Somebody who knows nothing of Ocelot writes into a row, and leaves the rest as it is.
   *
   * @param key the row's key
   * @param attributes what is written, in what comes nearest to it in this table
   */
  protected abstract void writtenByOthers(String key, Map<String, Foreign> attributes)
      throws Exception;

  /**
   * A row with all that is in it.
   *
   * @param key the row's key
   * @return attributes by name, as this table has them
   */
  protected abstract Map<String, ?> stored(String key) throws Exception;

  private static Row row(String baseArn, long version) {
    TreeMap<String, Row.Value> row = new TreeMap<>();
    row.put("distribution", new Row.Text("hello \"é\" \u2028 \ud83d\ude00\n"));
    row.put("base_layer_arn", new Row.Text(baseArn));
    row.put("version", new Row.Whole(version));
    row.put("region", new Row.Text("us-east-1"));
    row.put("architecture", new Row.Text("amd64"));
    row.put("md5_hash", new Row.Text("ab".repeat(16)));
    row.put("public", new Row.Flag(false));
    row.put("size", new Row.Whole(9_000_000_000_000_000L));
    row.put("compatible_runtimes", new Row.Texts(List.of("java21", "java17")));
    return new Row(baseArn + ":" + version, row);
  }

  @Test
  void keepsARowAsItIs() throws Exception {
    Row row = row(BASE, 1);
    assertThat(table().row(row.key())).isEmpty();

    assertThat(table().create(row)).isTrue();
    assertThat(table().row(row.key())).contains(row);
  }

  /** More than one call of DynamoDB answers. */
  @Test
  void givesManyRowsByTheirKeys() throws Exception {
    List<Row> rows = IntStream.rangeClosed(1, 103).mapToObj(number -> row(BASE, number)).toList();
    for (Row row : rows) {
      table().create(row);
    }
    List<String> keys = new ArrayList<>(rows.stream().map(Row::key).toList());
    keys.add(5, BASE + ":999");

    assertThat(table().rows(keys)).containsExactlyInAnyOrderElementsOf(rows);
    assertThat(table().rows(List.of(BASE + ":999"))).isEmpty();
    assertThat(table().rows(List.of())).isEmpty();
  }

  @Test
  void createsNothingOverWhatIsThere() throws Exception {
    table().create(row(BASE, 1));

    assertThat(table().create(row(BASE, 1).with("size", new Row.Whole(5)))).isFalse();
    assertThat(table().row(BASE + ":1")).contains(row(BASE, 1));
  }

  @Test
  void replacesOnlyWhatIsAsExpected() throws Exception {
    Row row = row(BASE, 1);
    Row changed = row.with("public", new Row.Flag(true));
    assertThat(table().replace(row, changed)).isFalse();
    table().create(row);

    assertThat(table().replace(row, changed)).isTrue();
    assertThat(table().replace(row, row.with("size", new Row.Whole(1)))).isFalse();
    assertThat(table().row(row.key())).contains(changed);
  }

  @Test
  void whatIsNotThereIsNotReplaced() throws Exception {
    Row row = row(BASE, 1);

    assertThat(table().replace(row, row.with("commit", new Row.Text("c0ffee")))).isFalse();
    assertThat(table().row(row.key())).isEmpty();
  }

  @Test
  void whatOthersWroteStays() throws Exception {
    Row row = row(BASE, 1);
    table().create(row);
    Map<String, Foreign> theirs = new TreeMap<>();
    for (Foreign kind : Foreign.values()) {
      theirs.put("their " + kind, kind);
    }
    writtenByOthers(row.key(), theirs);
    Map<String, Object> before = new TreeMap<>(stored(row.key()));
    assertThat(before).containsKeys(theirs.keySet().toArray(new String[0]));

    Row read = table().row(row.key()).orElseThrow();
    TreeMap<String, Row.Value> attributes = new TreeMap<>(read.attributes());
    attributes.put("public", new Row.Flag(true));
    attributes.put("commit", new Row.Text("c0ffee"));
    attributes.remove("size");
    Row changed = new Row(row.key(), attributes);
    assertThat(table().replace(read, changed)).isTrue();

    assertThat(table().row(row.key())).contains(changed);
    Map<String, Object> after = new TreeMap<>(stored(row.key()));
    assertThat(after).doesNotContainKey("size");
    for (String ours : List.of("public", "commit", "size")) {
      before.remove(ours);
      after.remove(ours);
    }
    assertThat(after).isEqualTo(before);
  }

  /** It says something else than it should, as a row with the wrong text does. */
  @ParameterizedTest
  @EnumSource(Foreign.class)
  void anAttributeOfOursWithAValueOfOthersIsReplaced(Foreign kind) throws Exception {
    Row row = row(BASE, 1);
    table().create(row);
    writtenByOthers(row.key(), Map.of("size", kind, "compatible_runtimes", kind, "sha256", kind));

    Row read = table().row(row.key()).orElseThrow();
    Row changed =
        read.with("size", new Row.Whole(3))
            .with("compatible_runtimes", new Row.Texts(List.of("java21")))
            .with("sha256", new Row.Text("cd".repeat(32)));
    assertThat(table().replace(read, changed)).isTrue();
    assertThat(table().row(row.key())).contains(changed);
    assertThat(stored(row.key())).hasSameSizeAs(stored(created(2)));
  }

  private String created(long version) throws LayerServiceException {
    Row row = row(BASE, version).with("sha256", new Row.Text("cd".repeat(32)));
    assertThat(table().create(row)).isTrue();
    return row.key();
  }

  @ParameterizedTest
  @EnumSource(Foreign.class)
  void whatOthersWriteBetweenReadingAndReplacingIsNotLost(Foreign kind) throws Exception {
    Row row = row(BASE, 1);
    table().create(row);
    writtenByOthers(row.key(), Map.of("note", kind));
    Object note = stored(row.key()).get("note");

    Row.Flag toEveryone = new Row.Flag(true);
    boolean replaced = table().replace(row, row.with("public", toEveryone));

    assertThat(stored(row.key()).get("note")).isEqualTo(note).isNotNull();
    Row now = table().row(row.key()).orElseThrow();
    assertThat(toEveryone.equals(now.attributes().get("public"))).isEqualTo(replaced);
  }

  /** Another run mends the same row: what it wrote is looked at, not written over. */
  @Test
  void anAttributeThatCameAfterReadingIsNotReplaced() throws Exception {
    Row row = row(BASE, 1);
    table().create(row);
    writtenByOthers(row.key(), Map.of("commit", Foreign.TEXT));
    Row read = table().row(row.key()).orElseThrow();

    assertThat(table().replace(row, row.with("commit", new Row.Text("c0ffee")))).isFalse();
    assertThat(table().row(row.key())).contains(read);
  }

  @Test
  void deletesOnlyWhatIsAsExpected() throws Exception {
    table().create(LOCK);
    assertThat(table().delete(LOCK.with("lease", new Row.Whole(2)))).isFalse();
    assertThat(table().row(LOCK.key())).contains(LOCK);

    assertThat(table().delete(LOCK)).isTrue();
    assertThat(table().row(LOCK.key())).isEmpty();
  }

  @Test
  void deletingWhatIsNotThereSucceeds() throws Exception {
    assertThat(table().delete(LOCK)).isTrue();
    assertThat(table().row(LOCK.key())).isEmpty();
  }

  @Test
  void emptyAttributesAreNotKept() throws Exception {
    Row row = row(BASE, 1).with("commit", new Row.Text("")).with("tags", new Row.Texts(List.of()));
    table().create(row);

    assertThat(table().row(row.key()).orElseThrow().attributes())
        .doesNotContainKeys("commit", "tags");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"distribution", "base_layer_arn", "version", "region", "architecture", "md5_hash"})
  void aRowOfAVersionWithoutWhatItNeedsIsRefused(String name) throws Exception {
    Row row = row(BASE, 1);
    TreeMap<String, Row.Value> attributes = new TreeMap<>(row.attributes());
    attributes.remove(name);

    assertRefused(new Row(row.key(), attributes), name);
    assertThat(table().row(row.key())).isEmpty();
  }

  @Test
  void aRowWithoutAKeyIsRefused() {
    assertRefused(new Row("", row(BASE, 1).attributes()), "layer_arn");
  }

  private void assertRefused(Row row, String name) {
    assertThatExceptionOfType(LayerServiceException.class)
        .isThrownBy(() -> table().create(row))
        .satisfies(e -> assertThat(e.fault()).isEqualTo(Fault.INVALID))
        .withMessageContaining(name);
  }

  @Test
  void findsTheRowsOfALayerAndNoOthers() throws Exception {
    for (int version : List.of(10, 9, 1, 2)) {
      table().create(row(BASE, version));
    }
    table().create(row(BASE + "-2", 1));
    table().create(row(BASE.replace("us-east-1", "eu-west-1"), 1));
    table().create(LOCK);

    assertThat(table().rowsOfLayer(BASE))
        .containsExactly(row(BASE, 1), row(BASE, 2), row(BASE, 9), row(BASE, 10));
    assertThat(table().rowsOfLayer(BASE + "-3")).isEmpty();
  }

  @Test
  void findsTheRowsOfALayerHoweverManyThereAre() throws Exception {
    List<Integer> versions = IntStream.rangeClosed(1, 60).boxed().toList();
    for (int version : versions) {
      table().create(row(BASE, version));
    }

    assertThat(table().rowsOfLayer(BASE)).hasSize(60);
  }

  @Test
  void aTableIsMadeOnce() throws Exception {
    boolean unused = table().establish();

    assertThat(table().establish()).isFalse();
  }

  @Test
  void findsTheRowsOfADistributionAndOfAll() throws Exception {
    Row other = row(BASE + "-2", 1).with("distribution", new Row.Text("other"));
    Row second = row(BASE, 2).with("distribution", new Row.Text("hello"));
    Row first = row(BASE, 1).with("distribution", new Row.Text("hello"));
    for (Row row : List.of(other, second, first, LOCK)) {
      assertThat(table().create(row)).isTrue();
    }

    assertThat(table().rowsOfDistribution("hello")).containsExactly(first, second);
    assertThat(table().rowsOfDistribution("hell")).isEmpty();
    assertThat(table().versions()).containsExactly(other, first, second);
  }

  @Test
  void ofWritersAtOnceOneWins() throws Exception {
    List<Integer> writers = List.of(1, 2, 3, 4, 5, 6, 7, 8);
    List<Boolean> created =
        new Parallel(8)
            .map(
                writers,
                i -> answer(() -> table().create(LOCK.with("owner", new Row.Text("w" + i)))));
    assertThat(created).containsOnlyOnce(true);

    Optional<Row> stored = table().row(LOCK.key());
    Row winner = LOCK.with("owner", new Row.Text("w" + (created.indexOf(true) + 1)));
    assertThat(stored).contains(winner);
    List<Boolean> replaced =
        new Parallel(8)
            .map(
                writers,
                i ->
                    answer(
                        () -> table().replace(winner, winner.with("lease", new Row.Whole(i + 1)))));
    assertThat(replaced).containsOnlyOnce(true);
    assertThat(table().row(LOCK.key()).orElseThrow().number("lease"))
        .contains(replaced.indexOf(true) + 2L);
  }

  private static boolean answer(Retries.Call<Boolean> call) {
    try {
      return call.run();
    } catch (LayerServiceException e) {
      throw new IllegalStateException(e);
    }
  }
}
