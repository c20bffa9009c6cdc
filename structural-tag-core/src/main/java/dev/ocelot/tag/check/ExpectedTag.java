package dev.ocelot.tag.check;

import dev.ocelot.problem.Location;
import dev.ocelot.tag.Tag;

/**
 * What a component's tag should be.
 *
 * @param text what is declared, which may be no tag at all
 * @param location where
 */
public record ExpectedTag(String text, Location location) {
  /**
   * Whether this is a tag.
   *
   * @param tag a tag
   * @return true for the same digits
   */
  public boolean is(Tag tag) {
    return text.equals(tag.text());
  }
}
