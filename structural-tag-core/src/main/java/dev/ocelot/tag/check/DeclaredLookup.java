package dev.ocelot.tag.check;

import dev.ocelot.problem.Location;
import dev.ocelot.tag.component.Component;
import java.util.Optional;

/** What is declared for a component, whichever file says so. Safe for several threads. */
@FunctionalInterface
public interface DeclaredLookup {
  /**
   * Looks a component up.
   *
   * @param component the component
   * @return what is declared for it, or empty
   */
  Optional<Value> of(Component component);

  /**
   * A declared value.
   *
   * @param text as it stands in the file
   * @param location where
   */
  record Value(String text, Location location) {}
}
