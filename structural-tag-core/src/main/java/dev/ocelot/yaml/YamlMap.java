package dev.ocelot.yaml;

import dev.ocelot.problem.Location;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A mapping from names to values. The entries that a merge key ({@code <<}) brings in are seen like
 * its own, behind them; an own entry wins over a merged one, an earlier merge over a later one.
 */
public final class YamlMap implements YamlNode {
  /** Without entries and without a place. */
  public static final YamlMap EMPTY = new YamlMap(List.of(), "", Location.NONE);

  /**
   * One entry as it is written, a merge key included.
   *
   * @param key the key
   * @param value the value; the same object stands wherever an alias repeats it
   */
  record Entry(YamlScalar key, YamlNode value) {
    boolean isMerge() {
      return key.plain() && key.tag().isEmpty() && key.text().equals("<<");
    }
  }

  private final List<Entry> written;
  private final Map<String, Entry> own;
  private final Map<String, Entry> seen;
  private final String tag;
  private final Location location;

  /**
   * A mapping.
   *
   * @param written the entries in the order of the file, no key twice, values of merge keys
   *     mappings or lists of mappings
   * @param tag the tag in front of it
   * @param location where it starts
   */
  YamlMap(List<Entry> written, String tag, Location location) {
    this.written = written;
    this.tag = tag;
    this.location = location;
    this.own = new LinkedHashMap<>(written.size() * 4 / 3 + 1);
    boolean merges = false;
    for (Entry entry : written) {
      if (entry.isMerge()) {
        merges = true;
      } else {
        own.put(entry.key().text(), entry);
      }
    }
    this.seen = merges ? withMerged() : own;
  }

  private Map<String, Entry> withMerged() {
    Map<String, Entry> all = new LinkedHashMap<>(own);
    for (Entry entry : written) {
      if (entry.isMerge()) {
        merge(entry.value(), all);
      }
    }
    return all;
  }

  private static void merge(YamlNode value, Map<String, Entry> all) {
    if (value instanceof YamlMap map) {
      map.seen.forEach(all::putIfAbsent);
    } else if (value instanceof YamlList list) {
      list.items().forEach(item -> merge(item, all));
    }
  }

  /**
   * The keys, own ones in the order of the file, then merged ones.
   *
   * @return the names
   */
  public List<String> keys() {
    return Collections.unmodifiableList(new ArrayList<>(seen.keySet()));
  }

  /**
   * Whether there is nothing in it.
   *
   * @return true without entries
   */
  public boolean isEmpty() {
    return seen.isEmpty();
  }

  /**
   * The value of a key.
   *
   * @param key the name
   * @return the value, which may be one that {@link YamlScalar#isNull() stands for none}; empty
   *     when the key is absent
   */
  public Optional<YamlNode> get(String key) {
    Entry entry = seen.get(key);
    return entry == null ? Optional.empty() : Optional.of(entry.value());
  }

  /**
   * Where a key stands.
   *
   * @param key the name
   * @return its place, or that of the mapping when the key is absent
   */
  public Location keyLocation(String key) {
    Entry entry = seen.get(key);
    return entry == null ? location : entry.key().location();
  }

  /** The value of a key that is written here, not merged in; null when it is absent. */
  @Nullable YamlNode own(String key) {
    Entry entry = own.get(key);
    return entry == null ? null : entry.value();
  }

  /** The entries as written, merge keys included. */
  List<Entry> written() {
    return written;
  }

  @Override
  public Location location() {
    return location;
  }

  @Override
  public String tag() {
    return tag;
  }

  @Override
  public String describe() {
    return "a mapping";
  }

  @Override
  public String toString() {
    return "mapping " + seen.keySet() + " at " + location;
  }
}
