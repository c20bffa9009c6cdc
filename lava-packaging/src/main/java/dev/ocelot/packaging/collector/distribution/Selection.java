package dev.ocelot.packaging.collector.distribution;

import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;

/** Which of a repository's added components a set of build tags selects. */
public final class Selection {
  private static final String EVERYTHING = "lambdacomponents.all";
  private static final String ALL = ".all";

  private Selection() {}

  /**
   * Selects.
   *
   * @param activeTags the build tags of a distribution
   * @param modules the added components
   * @return those tags of added components that are active themselves, or through {@code .all} of
   *     their kind or of everything
   */
  public static SortedSet<String> of(Set<String> activeTags, ComponentModules modules) {
    SortedSet<String> selected = new TreeSet<>();
    for (String tag : modules.tags()) {
      boolean named = activeTags.contains(tag) || activeTags.contains(EVERYTHING);
      if (named || isOfActiveKind(tag, activeTags)) {
        selected.add(tag);
      }
    }
    return selected;
  }

  private static boolean isOfActiveKind(String tag, Set<String> activeTags) {
    int dot = tag.lastIndexOf('.');
    return !tag.endsWith(ALL) && dot > 0 && activeTags.contains(tag.substring(0, dot) + ALL);
  }
}
