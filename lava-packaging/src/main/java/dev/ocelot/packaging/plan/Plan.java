package dev.ocelot.packaging.plan;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Steps with their order: every step's predecessors are in the plan, and none waits for itself.
 *
 * <p>A plan that breaks this is a defect of the code that made it.
 */
public final class Plan {
  private final Map<StepId, Step> steps;

  /**
   * Checks and orders steps.
   *
   * @param steps the steps, in any order
   * @throws IllegalArgumentException when two steps have one name, a predecessor is missing, or
   *     steps wait for each other
   */
  public Plan(List<Step> steps) {
    Map<StepId, Step> byId = new LinkedHashMap<>();
    for (Step step : steps) {
      if (byId.put(step.id(), step) != null) {
        throw new IllegalArgumentException("two steps are named " + step.id());
      }
    }
    this.steps = ordered(byId);
  }

  private static Map<StepId, Step> ordered(Map<StepId, Step> byId) {
    Map<StepId, Step> result = new LinkedHashMap<>();
    List<Step> left = new ArrayList<>(byId.values());
    while (!left.isEmpty()) {
      Set<StepId> before = new HashSet<>(result.keySet());
      for (Step step : left) {
        if (before.containsAll(step.after())) {
          result.put(step.id(), step);
        }
      }
      left.removeIf(step -> result.containsKey(step.id()));
      if (before.size() == result.size()) {
        throw new IllegalArgumentException(
            "steps that wait for each other, or for one that is not in the plan: "
                + left.stream().map(Step::id).sorted().toList());
      }
    }
    return result;
  }

  /**
   * The steps.
   *
   * @return each after those that it waits for; among equals in the order given
   */
  public List<Step> steps() {
    return List.copyOf(steps.values());
  }
}
