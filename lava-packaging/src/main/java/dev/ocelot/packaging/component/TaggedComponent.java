package dev.ocelot.packaging.component;

import dev.ocelot.tag.ComputedTag;
import dev.ocelot.tag.TagInput;
import dev.ocelot.tag.check.TagResult;
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

  /**
   * A component that a check found to be current.
   *
   * @param current the result of a check that describes inputs
   * @return the component with its tag
   */
  public static TaggedComponent of(TagResult.Current current) {
    return new TaggedComponent(
        current.component(), current.computed().inputs(), current.computed().computed());
  }
}
