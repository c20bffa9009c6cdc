package dev.ocelot.tag.component;

import java.util.List;

/**
 * Which components a run is about.
 *
 * @param names names; {@code _} and {@code -} are alike; empty for all
 * @param include Python regular expressions that a whole name must match, any of them; empty for
 *     all
 * @param exclude Python regular expressions; a name that one of them matches as a whole is left out
 */
public record ComponentSelection(List<String> names, List<String> include, List<String> exclude) {
  /** Everything. */
  public static final ComponentSelection ALL =
      new ComponentSelection(List.of(), List.of(), List.of());

  /** Keeps copies. */
  public ComponentSelection {
    names = List.copyOf(names);
    include = List.copyOf(include);
    exclude = List.copyOf(exclude);
  }

  /**
   * Whether nothing is left out.
   *
   * @return true as for {@link #ALL}
   */
  public boolean isAll() {
    return names.isEmpty() && include.isEmpty() && exclude.isEmpty();
  }
}
