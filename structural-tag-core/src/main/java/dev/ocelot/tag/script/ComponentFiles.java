package dev.ocelot.tag.script;

import dev.ocelot.tag.HeldInput;
import dev.ocelot.tag.TagInput;
import java.util.ArrayList;
import java.util.List;

/**
 * What a component is made from.
 *
 * @param script its build script, as it was when its call was read
 * @param others what the script, the configuration or the folder names, in order
 */
public record ComponentFiles(HeldInput script, List<TagInput> others) {
  /** Keeps a copy. */
  public ComponentFiles {
    others = List.copyOf(others);
  }

  /**
   * All inputs.
   *
   * @return the script first
   */
  public List<TagInput> inputs() {
    List<TagInput> inputs = new ArrayList<>(others.size() + 1);
    inputs.add(script.input());
    inputs.addAll(others);
    return List.copyOf(inputs);
  }
}
