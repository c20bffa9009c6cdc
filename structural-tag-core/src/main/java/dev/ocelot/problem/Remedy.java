package dev.ocelot.problem;

import java.util.Map;
import java.util.TreeMap;

/**
 * What to do about a problem, said so that each front end can spell it in its users' words.
 *
 * <p>A command is kept as goal and parameters: only the front end knows whether the reader stands
 * in a POM that has the plugin, above one, or in none.
 */
public sealed interface Remedy {

  /** Nothing is known that helps. */
  Remedy NONE = new None();

  /** No advice. */
  record None() implements Remedy {}

  /**
   * Advice in words.
   *
   * @param text an imperative sentence without a full stop
   */
  record Advice(String text) implements Remedy {}

  /**
   * A goal of ours to run.
   *
   * @param goal the goal without prefix, such as {@code update-tags}
   * @param parameters user properties to values, such as {@code ocelot.components} to {@code a,b}
   * @param purpose what it achieves, such as {@code declare the computed tag}; may be empty
   */
  record RunGoal(String goal, Map<String, String> parameters, String purpose) implements Remedy {
    /** Keeps the parameters sorted, so that the command always reads the same. */
    public RunGoal {
      parameters = java.util.Collections.unmodifiableMap(new TreeMap<>(parameters));
    }
  }

  /**
   * Advice in words.
   *
   * @param text an imperative sentence without a full stop
   * @return the remedy
   */
  static Remedy advice(String text) {
    return new Advice(text);
  }

  /**
   * A goal to run.
   *
   * @param goal the goal without prefix
   * @param parameters user properties to values
   * @param purpose what it achieves; may be empty
   * @return the remedy
   */
  static Remedy run(String goal, Map<String, String> parameters, String purpose) {
    return new RunGoal(goal, parameters, purpose);
  }
}
