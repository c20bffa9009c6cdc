package dev.ocelot.packaging.publish.removal;

import dev.ocelot.problem.Problem;
import java.util.List;

/**
 * What became of one deletion.
 *
 * @param entry what the plan said
 * @param outcome such as {@code deleted}, {@code deleted, row stays} or {@code failed}
 * @param problems why it was not done
 */
public record Removed(RemovalPlan.Entry entry, String outcome, List<Problem> problems) {
  /** Keeps a copy. */
  public Removed {
    problems = List.copyOf(problems);
  }
}
