package dev.ocelot.maven;

import dev.ocelot.tag.component.ComponentSelection;
import java.util.List;
import org.apache.maven.plugins.annotations.Parameter;
import org.jspecify.annotations.Nullable;

/** A goal that acts on components, all of them or those that a run selects. */
public abstract class SelectingMojo extends OcelotMojo {

  /**
   * The components to act on, by name; {@code _} and {@code -} are alike. By default all of them.
   *
   * @since 0.1.0
   */
  @Parameter(property = "ocelot.components")
  private @Nullable List<String> components;

  /**
   * Act on the components whose whole name matches one of these regular expressions.
   *
   * @since 0.1.0
   */
  @Parameter(property = "ocelot.include")
  private @Nullable List<String> include;

  /**
   * Leave out the components whose whole name matches one of these regular expressions.
   *
   * @since 0.1.0
   */
  @Parameter(property = "ocelot.exclude")
  private @Nullable List<String> exclude;

  /**
   * What this run selects.
   *
   * @return the selection
   */
  protected final ComponentSelection selection() {
    return new ComponentSelection(given(components), given(include), given(exclude));
  }

  private static List<String> given(@Nullable List<String> values) {
    return values == null ? List.of() : values;
  }
}
