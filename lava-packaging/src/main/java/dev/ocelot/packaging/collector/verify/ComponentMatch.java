package dev.ocelot.packaging.collector.verify;

import dev.ocelot.packaging.collector.distribution.ComponentKind;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.NavigableSet;
import java.util.TreeSet;

/**
 * Compares the components that build tags name with the types that a collector says it has, within
 * one kind. A tag's name and a component's type are chosen by different people ({@code
 * memorylimiter}, {@code memory_limiter}; {@code asmauthextension}, {@code asmauth}), so they are
 * compared without what usually differs, and one that is left on each side is taken for a pair.
 */
record ComponentMatch(List<String> missing, List<String> unexpected) {
  ComponentMatch {
    missing = List.copyOf(missing);
    unexpected = List.copyOf(unexpected);
  }

  /**
   * Compares.
   *
   * @param kind the kind
   * @param named the last parts of build tags
   * @param found types
   * @return what is left on either side
   */
  static ComponentMatch of(ComponentKind kind, Collection<String> named, Collection<String> found) {
    NavigableSet<String> types = new TreeSet<>(found);
    List<String> missing = new ArrayList<>();
    for (String name : new TreeSet<>(named)) {
      if (!types.removeIf(type -> kind.plain(type).equals(kind.plain(name)))) {
        missing.add(name);
      }
    }
    if (missing.size() == 1 && types.size() == 1) {
      return new ComponentMatch(List.of(), List.of());
    }
    return new ComponentMatch(missing, List.copyOf(types));
  }

  boolean holds() {
    return missing.isEmpty() && unexpected.isEmpty();
  }
}
