package dev.ocelot.tag.check;

import dev.ocelot.problem.Problem;
import dev.ocelot.problem.ProblemId;
import dev.ocelot.problem.Remedy;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * Says what results mean for a user: one problem for each component, with one command that mends
 * them all.
 */
public final class TagProblems {
  /** The declared tag is not the computed one. */
  public static final ProblemId TAG_MISMATCH = ProblemId.user("tag-mismatch");

  /** No tag is declared. */
  public static final ProblemId TAG_UNDECLARED = ProblemId.user("tag-undeclared");

  private TagProblems() {}

  /**
   * The problems in results, in their order.
   *
   * @param results what a check has shown
   * @return one for each component that is not current, or several where its tag cannot be computed
   */
  public static List<Problem> of(List<TagResult> results) {
    Remedy remedy = remedy(results);
    List<Problem> problems = new ArrayList<>();
    for (TagResult result : results) {
      if (result instanceof TagResult.Stale stale) {
        problems.add(
            Problem.error(
                    TAG_MISMATCH,
                    "component %s is stale: declared %s, computed %s"
                        .formatted(
                            stale.component().name(), stale.declaredText(), stale.computed()))
                .at(stale.declaredAt())
                .withRemedy(remedy));
      } else if (result instanceof TagResult.Undeclared missing) {
        problems.add(
            Problem.error(
                    TAG_UNDECLARED,
                    "component %s has no declared tag, computed %s"
                        .formatted(missing.component().name(), missing.computed()))
                .withRemedy(remedy));
      } else if (result instanceof TagResult.Failed failed) {
        problems.addAll(failed.problems());
      }
    }
    return problems;
  }

  private static Remedy remedy(List<TagResult> results) {
    List<String> names =
        results.stream()
            .filter(r -> r instanceof TagResult.Stale || r instanceof TagResult.Undeclared)
            .map(r -> r.component().name().text())
            .toList();
    return Remedy.run(
        "update-tags",
        Map.of("ocelot.components", String.join(",", names)),
        names.size() == 1 ? "declare the computed tag" : "declare the computed tags");
  }
}
