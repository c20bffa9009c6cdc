package dev.ocelot.yaml;

import dev.ocelot.yaml.CanonicalValue.Dictionary;
import dev.ocelot.yaml.CanonicalValue.Scalar;
import dev.ocelot.yaml.CanonicalValue.ScalarType;
import dev.ocelot.yaml.CanonicalValue.Sequence;
import java.util.IdentityHashMap;
import org.jspecify.annotations.Nullable;

/**
 * The anchors of what stands in several places. PyYAML numbers them in the order in which it meets
 * things a second time, and gives none to texts, numbers, truth values and null.
 */
final class CanonicalAnchors {
  private static final String NONE = "";

  private final IdentityHashMap<CanonicalValue, String> anchors = new IdentityHashMap<>();
  private int last;

  CanonicalAnchors(CanonicalValue root) {
    visit(root);
  }

  private void visit(CanonicalValue value) {
    if (value instanceof Scalar scalar && scalar.type() != ScalarType.TIMESTAMP) {
      return;
    }
    String known = anchors.putIfAbsent(value, NONE);
    if (known != null) {
      if (known.equals(NONE)) {
        last++;
        anchors.put(value, (last < 100 ? last < 10 ? "id00" : "id0" : "id") + last);
      }
    } else if (value instanceof Sequence list) {
      list.items().forEach(this::visit);
    } else if (value instanceof Dictionary map) {
      map.entries().values().forEach(this::visit);
    }
  }

  /** Whether something stands anywhere in the value. Not for texts and numbers. */
  boolean reaches(CanonicalValue value) {
    return anchors.containsKey(value);
  }

  /** The anchor; null for what stands in one place only. */
  @Nullable String of(CanonicalValue value) {
    String anchor = anchors.get(value);
    return anchor == null || anchor.equals(NONE) ? null : anchor;
  }
}
