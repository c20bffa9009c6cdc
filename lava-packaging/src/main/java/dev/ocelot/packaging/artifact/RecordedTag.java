package dev.ocelot.packaging.artifact;

import dev.ocelot.tag.ComputedTag;
import dev.ocelot.tag.Tag;
import java.util.List;

/**
 * A structural tag with the inputs that it was computed from.
 *
 * @param tag the tag
 * @param inputs in the order in which they entered, the script first
 */
public record RecordedTag(Tag tag, List<RecordedInput> inputs) {
  /** Keeps a copy. */
  public RecordedTag {
    inputs = List.copyOf(inputs);
  }

  /**
   * Keeps what a record needs of a computed tag.
   *
   * @param computed the tag as it was computed
   * @return the same tag
   */
  public static RecordedTag of(ComputedTag computed) {
    return new RecordedTag(
        computed.tag(), computed.inputs().stream().map(RecordedInput::of).toList());
  }
}
