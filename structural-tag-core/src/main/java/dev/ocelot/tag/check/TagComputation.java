package dev.ocelot.tag.check;

import dev.ocelot.tag.ComputedTag;
import dev.ocelot.tag.HeldInput;
import dev.ocelot.tag.TagCalculator;
import dev.ocelot.tag.TagInput;
import java.util.List;

/** How much is found out about inputs when they are read: {@code calculator::describe} for all. */
public interface TagComputation {
  /**
   * Computes.
   *
   * @param script the build script
   * @param others the other inputs, in order
   * @return the tag; what it says about inputs may be empty
   * @throws dev.ocelot.problem.ProblemException when an input cannot be read
   */
  ComputedTag compute(HeldInput script, List<TagInput> others);

  /**
   * Only the tag, which takes the least time; nothing is said about inputs.
   *
   * @param calculator reads the inputs
   * @return the computation
   */
  static TagComputation tagOnly(TagCalculator calculator) {
    return (script, others) -> new ComputedTag(calculator.tag(script, others), List.of());
  }
}
