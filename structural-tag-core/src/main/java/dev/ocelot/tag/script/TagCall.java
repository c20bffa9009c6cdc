package dev.ocelot.tag.script;

import dev.ocelot.problem.Location;
import java.util.List;

/**
 * A call of {@code ci_tag_build_time_check}, with every word expanded.
 *
 * @param variable the first word, such as {@code ANGLE_TAG}
 * @param inputs the other words, in order, as paths relative to the root; the script itself is not
 *     among them
 * @param location where the call begins
 */
public record TagCall(String variable, List<CallInput> inputs, Location location) {
  /** The name of the function that is called. */
  public static final String FUNCTION = "ci_tag_build_time_check";

  /** Keeps a copy. */
  public TagCall {
    inputs = List.copyOf(inputs);
  }

  /**
   * The inputs without their places.
   *
   * @return the paths, in order
   */
  public List<String> paths() {
    return inputs.stream().map(CallInput::path).toList();
  }

  /**
   * One input of a call.
   *
   * @param path relative to the root
   * @param location the word of the call that it comes from
   */
  public record CallInput(String path, Location location) {}
}
