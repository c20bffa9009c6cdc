package dev.ocelot.tag.component;

import dev.ocelot.problem.Location;
import dev.ocelot.yaml.YamlMap;
import java.util.List;

/**
 * What {@code config/components.yaml} says about one component.
 *
 * @param inputs the entries of {@code inputs:} as written, relative to the root, globs unexpanded
 * @param inputsDeclared whether {@code inputs:} stands there at all; an empty list is a statement
 * @param evaluation how the inputs are found out
 * @param environment names of variables that the build gets
 * @param build the {@code build:} section, read by whoever builds; empty when it is absent
 * @param location where the component is declared; none when it is not
 */
public record ComponentSettings(
    List<DeclaredInput> inputs,
    boolean inputsDeclared,
    Evaluation evaluation,
    List<String> environment,
    YamlMap build,
    Location location) {

  /** What holds for a component that the file does not name. */
  public static final ComponentSettings DEFAULT =
      new ComponentSettings(
          List.of(), false, Evaluation.STATIC, List.of(), YamlMap.EMPTY, Location.NONE);

  /** Keeps copies. */
  public ComponentSettings {
    inputs = List.copyOf(inputs);
    environment = List.copyOf(environment);
  }

  /**
   * One entry of {@code inputs:}.
   *
   * @param glob a path or glob relative to the root
   * @param location where it stands
   */
  public record DeclaredInput(String glob, Location location) {}
}
