package dev.ocelot.yaml;

import dev.ocelot.problem.Location;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.DumperOptions.ScalarStyle;

/** Where the parts of a value lie in the file, in byte offsets. */
sealed interface Layout {

  /** Where it starts, for a message. */
  Location location();

  /**
   * A scalar.
   *
   * @param start the first byte of its text or opening quote, behind anchor and tag; for an empty
   *     scalar the byte behind the last token before it
   * @param end the byte behind it
   * @param text its text
   * @param style how it is written
   * @param tag its tag, or empty
   */
  record Scalar(int start, int end, String text, ScalarStyle style, String tag, Location location)
      implements Layout {
    /** Whether nothing is written, apart from an anchor or a tag. */
    boolean isEmpty() {
      return style == ScalarStyle.PLAIN && text.isEmpty();
    }

    boolean isNull() {
      return style == ScalarStyle.PLAIN && tag.isEmpty() && ScalarForm.isNull(text);
    }
  }

  /**
   * An alias.
   *
   * @param name the anchor's name
   * @param target the scalar that it repeats; null when it repeats a collection
   */
  record Alias(String name, @Nullable Scalar target, Location location) implements Layout {}

  /** A sequence, or a mapping in which nothing is wanted. */
  record Other(String what, Location location) implements Layout {}

  /**
   * A mapping.
   *
   * @param flow whether it is written in braces
   * @param start the opening brace, or the first key
   * @param end the closing brace; meaningless for a block
   * @param entries its entries in order
   * @param byKey the entries by key
   */
  record Mapping(
      boolean flow,
      int start,
      int end,
      List<Entry> entries,
      Map<String, Entry> byKey,
      Location location)
      implements Layout {
    static Mapping of(boolean flow, int start, int end, List<Entry> entries, Location location) {
      Map<String, Entry> byKey = new HashMap<>(entries.size() * 4 / 3 + 1);
      for (Entry entry : entries) {
        byKey.put(entry.key().text(), entry);
      }
      return new Mapping(flow, start, end, List.copyOf(entries), byKey, location);
    }
  }

  /**
   * An entry of a mapping.
   *
   * @param start the first byte of the key, its anchor and tag included
   * @param key the key
   * @param value the value
   * @param end the byte behind the last token of the value
   */
  record Entry(int start, Scalar key, Layout value, int end) {}
}
