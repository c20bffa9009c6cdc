package dev.ocelot.yaml;

import java.util.Arrays;
import java.util.List;
import java.util.function.Function;
import org.yaml.snakeyaml.DumperOptions.ScalarStyle;

/**
 * How the entries of a mapping are quoted by choice. What is quoted because it must be says nothing
 * about its neighbours.
 */
final class QuoteStyles {
  /** Without quotes. */
  static final Style PLAIN = new Style(ScalarStyle.PLAIN, ScalarStyle.PLAIN);

  /** The quotes of a key and of a value. */
  record Style(ScalarStyle key, ScalarStyle value) {}

  private final ScalarStyle[] keys;
  private final ScalarStyle[] values;

  QuoteStyles(List<Layout.Entry> entries) {
    keys = chosen(entries, Layout.Entry::key);
    values = chosen(entries, Layout.Entry::value);
  }

  /** The quotes at an entry, or of the nearest before it that were chosen, else of the first. */
  Style at(int entry) {
    return keys.length == 0 ? PLAIN : new Style(keys[entry], values[entry]);
  }

  private static ScalarStyle[] chosen(
      List<Layout.Entry> entries, Function<Layout.Entry, Layout> part) {
    ScalarStyle[] styles = new ScalarStyle[entries.size()];
    int from = 0;
    for (int i = 0; i < styles.length; i++) {
      Layout layout = part.apply(entries.get(i));
      if (isChoice(layout)) {
        Arrays.fill(styles, from, i + 1, ((Layout.Scalar) layout).style());
        from = i + 1;
      } else if (from > 0 && from == i) {
        styles[i] = styles[i - 1];
        from = i + 1;
      }
    }
    Arrays.fill(styles, from, styles.length, ScalarStyle.PLAIN);
    return styles;
  }

  private static boolean isChoice(Layout layout) {
    if (layout instanceof Layout.Scalar scalar && !scalar.isNull()) {
      return switch (scalar.style()) {
        case PLAIN -> true;
        case SINGLE_QUOTED, DOUBLE_QUOTED -> ScalarWriter.isPlain(scalar.text());
        default -> false;
      };
    }
    return false;
  }
}
