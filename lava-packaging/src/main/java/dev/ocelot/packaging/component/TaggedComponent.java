package dev.ocelot.packaging.component;

import dev.ocelot.tag.ComputedTag;
import dev.ocelot.tag.TagInput;
import dev.ocelot.tag.component.Component;
import java.util.List;

/**
 * A component whose computed tag was found to be the declared one.
 *
 * @param component the component
 * @param inputs its inputs in order, the script first
 * @param tag its tag with what each input was when the tag was computed
 */
public record TaggedComponent(Component component, List<TagInput> inputs, ComputedTag tag) {
  /** Keeps a copy; each input has its digest. */
  public TaggedComponent {
    inputs = List.copyOf(inputs);
    if (inputs.size() != tag.inputs().size() || inputs.isEmpty()) {
      throw new IllegalArgumentException("inputs and their digests do not belong together");
    }
  }
}
