package dev.ocelot.tag.declared;

import dev.ocelot.tag.Tag;
import java.util.List;

/**
 * What an update of a declared-tags file came to.
 *
 * @param changes the keys that were written, sorted; empty when the file was left untouched
 */
public record DeclaredTagsUpdate(List<Change> changes) {
  /** Keeps a copy. */
  public DeclaredTagsUpdate {
    changes = List.copyOf(changes);
  }

  /**
   * A key that was written.
   *
   * @param key the declared key
   * @param before what it declared; empty when it declared nothing
   * @param after what it declares now
   */
  public record Change(String key, String before, Tag after) {}
}
