package dev.ocelot.packaging.publish;

import dev.ocelot.problem.Problem;
import java.util.List;

/** What a plan says about one layer in one region. */
public sealed interface Decision {

  /**
   * A new version is needed.
   *
   * @param reason why nothing that is published will do
   * @param highest the highest number that was listed; 0 when the layer has no version
   */
  record Publish(String reason, long highest) implements Decision {}

  /**
   * A published version will do.
   *
   * @param match which, and why
   * @param repairs what is to be mended about it; empty when all is well
   */
  record Keep(Match match, List<Repair> repairs) implements Decision {
    /** Keeps a copy. */
    public Keep {
      repairs = List.copyOf(repairs);
    }
  }

  /**
   * The region did not say what it has.
   *
   * @param problem why
   */
  record Unknown(Problem problem) implements Decision {}
}
