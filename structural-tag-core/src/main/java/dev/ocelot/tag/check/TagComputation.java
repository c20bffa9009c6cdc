package dev.ocelot.tag.check;

import dev.ocelot.tag.ComputedTag;
import dev.ocelot.tag.TagCalculator;
import dev.ocelot.tag.TagInput;
import java.util.List;

/** How much is found out about inputs when they are read: {@code calculator::describe} for all. */
public interface TagComputation {
  /**
   * Computes.
   *
   * @param inputs in order, the build script first
   * @return the tag; what it says about inputs may be empty
   * @throws dev.ocelot.problem.ProblemException when an input cannot be read
   */
  ComputedTag compute(List<TagInput> inputs);

  /**
   * Only the tag, which takes the least time; nothing is said about inputs.
   *
   * @param calculator reads the inputs
   * @return the computation
   */
  static TagComputation tagOnly(TagCalculator calculator) {
    return inputs -> new ComputedTag(calculator.tag(inputs), List.of());
  }
}
