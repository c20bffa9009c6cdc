package dev.ocelot.tag.declared;

import dev.ocelot.tag.ComputedTag;

/**
 * A tag that was verified and is to travel with what was built.
 *
 * @param component the component's name
 * @param variable the tag variable, such as {@code ANGLE_TAG}, which also names the tag file
 * @param computed the tag with its inputs
 */
public record BuiltTag(String component, String variable, ComputedTag computed) {
  /** Checks the variable, which becomes a file name. */
  public BuiltTag {
    TagFiles.checkVariable(variable);
  }
}
