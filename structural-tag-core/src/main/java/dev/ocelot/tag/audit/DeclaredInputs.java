package dev.ocelot.tag.audit;

import dev.ocelot.tag.component.Component;
import java.util.List;
import java.util.Optional;

/** Tells what enters the tag of a component. */
public interface DeclaredInputs {
  /**
   * The inputs of a component besides its script.
   *
   * @param component the component
   * @return paths relative to the root; empty when they cannot be told, and then nothing is said
   *     about what is missing among them
   */
  Optional<List<String>> of(Component component);
}
