package dev.ocelot.tag;

import java.util.List;

/**
 * A tag together with what it was computed from.
 *
 * @param tag the tag
 * @param inputs the inputs in the order in which they entered, the script first; a file that
 *     entered twice stands twice
 */
public record ComputedTag(Tag tag, List<InputDigest> inputs) {
  /** Keeps a copy. */
  public ComputedTag {
    inputs = List.copyOf(inputs);
  }
}
