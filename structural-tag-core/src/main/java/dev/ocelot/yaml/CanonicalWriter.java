package dev.ocelot.yaml;

import dev.ocelot.yaml.CanonicalValue.Dictionary;
import dev.ocelot.yaml.CanonicalValue.Scalar;
import dev.ocelot.yaml.CanonicalValue.Sequence;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Lays values out as PyYAML 6 does by default: blocks, two columns a level, lists not indented. */
final class CanonicalWriter {
  private static final int STEP = 2;
  private static final int NO_INDENT = -1;

  /** From this length on, with its tag and anchor, a key is written with a question mark. */
  private static final int LONGEST_KEY = 127;

  private final CanonicalOutput out = new CanonicalOutput();
  private final CanonicalScalarWriter scalars = new CanonicalScalarWriter(out);
  private final Dictionary root;
  private final CanonicalAnchors anchors;
  private final java.util.Set<CanonicalValue> written =
      java.util.Collections.newSetFromMap(new java.util.IdentityHashMap<>());

  CanonicalWriter(Dictionary root) {
    this.root = root;
    this.anchors = new CanonicalAnchors(root);
  }

  /** The document. */
  String write() {
    value(root, NO_INDENT, false);
    out.indent(0);
    return out.toString();
  }

  private void value(CanonicalValue value, int indent, boolean inMapping) {
    @Nullable String anchor = anchors.of(value);
    if (anchor != null) {
      if (!written.add(value)) {
        out.indicator("*" + anchor);
        return;
      }
      out.indicator("&" + anchor);
    }
    if (value instanceof Scalar scalar) {
      scalars.write(scalar, Math.max(indent, 0) + STEP, false);
    } else if (value instanceof Sequence list) {
      sequence(list, indent, inMapping);
    } else if (value instanceof Dictionary map) {
      mapping(map, indent);
    }
  }

  private void sequence(Sequence list, int indent, boolean inMapping) {
    if (list.items().isEmpty()) {
      out.indicator("[");
      out.attached("]");
      return;
    }
    int column = inMapping && !out.inIndention() ? indent : deeper(indent);
    for (CanonicalValue item : list.items()) {
      out.indent(column);
      out.blockIndicator("-");
      value(item, column, false);
    }
  }

  private static int deeper(int indent) {
    return indent == NO_INDENT ? 0 : indent + STEP;
  }

  private void mapping(Dictionary map, int indent) {
    if (map.entries().isEmpty()) {
      out.indicator("{");
      out.attached("}");
      return;
    }
    int column = deeper(indent);
    for (Map.Entry<Scalar, CanonicalValue> entry : map.entries().entrySet()) {
      out.indent(column);
      if (isSimple(entry.getKey())) {
        scalars.write(entry.getKey(), column + STEP, true);
        out.attached(":");
      } else {
        out.blockIndicator("?");
        scalars.write(entry.getKey(), column + STEP, false);
        out.indent(column);
        out.blockIndicator(":");
      }
      value(entry.getValue(), column, true);
    }
  }

  private static boolean isSimple(Scalar key) {
    int length = key.text().codePointCount(0, key.text().length()) + key.type().tag().length();
    return length <= LONGEST_KEY && !key.text().isEmpty() && !ScalarAnalysis.hasBreak(key.text());
  }
}
