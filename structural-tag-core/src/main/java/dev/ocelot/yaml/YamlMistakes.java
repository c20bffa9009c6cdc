package dev.ocelot.yaml;

import dev.ocelot.problem.Location;
import dev.ocelot.problem.Problem;
import dev.ocelot.problem.ProblemId;
import dev.ocelot.problem.Problems;
import dev.ocelot.problem.Remedy;
import java.util.Collection;

/** Says what is wrong with the settings of one mapping; made when there is something to say. */
final class YamlMistakes {
  private final String what;
  private final Problems problems;

  /**
   * For one mapping.
   *
   * @param what whose settings they are, such as {@code component hello}
   * @param problems gets what is wrong: {@code config-invalid}
   */
  YamlMistakes(String what, Problems problems) {
    this.what = what;
    this.problems = problems;
  }

  /** A value is none of what its key may have. */
  void wrongValue(String key, YamlNode node, String wanted) {
    problems.add(mismatch(key, node, wanted));
  }

  /** A value is none of the legal words, one of which was probably meant. */
  void wrongWord(String key, YamlNode node, String wanted, String word, Collection<String> legal) {
    problems.add(withNearest(mismatch(key, node, wanted), word, legal));
  }

  /** A key is none of those that were asked for, one of which was probably meant. */
  void unknownKey(String key, Location place, Collection<String> known) {
    Problem problem =
        Problem.error(ProblemId.CONFIG_INVALID, "unknown key \"" + key + "\" in " + what)
            .at(place)
            .comparing("\"" + key + "\"", known.isEmpty() ? "no keys" : String.join(", ", known));
    problems.add(withNearest(problem, key, known));
  }

  /** A value carries a tag of YAML that asks for more than a text, a list or a mapping. */
  void foreignTag(YamlNode node) {
    problems.add(
        Problem.error(
                ProblemId.CONFIG_INVALID, "the tag " + node.tag() + " has no meaning in " + what)
            .at(node.location())
            .withRemedy(Remedy.advice("Remove the tag")));
  }

  private Problem mismatch(String key, YamlNode node, String wanted) {
    return Problem.error(
            ProblemId.CONFIG_INVALID, "\"" + key + "\" in " + what + " has the wrong value")
        .at(node.location())
        .comparing(node.describe(), wanted)
        .withRemedy(Remedy.advice("Write " + wanted));
  }

  private static Problem withNearest(Problem problem, String wrong, Collection<String> legal) {
    return NearMiss.nearest(wrong, legal)
        .map(name -> problem.withRemedy(Remedy.advice("Write " + name + " for " + wrong)))
        .orElse(problem);
  }
}
