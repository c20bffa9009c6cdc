package dev.ocelot.tag.init;

import dev.ocelot.tag.Tag;
import dev.ocelot.tag.component.ComponentName;
import java.util.List;

/**
 * What adding a component will write.
 *
 * @param component the new component
 * @param files the files in the order of writing, without the declared-tags file
 * @param declaredTagsFile the declared-tags file, which is edited last
 * @param tag the tag of the new script, which is declared there
 */
public record InitPlan(
    ComponentName component, List<PlannedFile> files, String declaredTagsFile, Tag tag) {
  /** Keeps a copy. */
  public InitPlan {
    files = List.copyOf(files);
  }
}
