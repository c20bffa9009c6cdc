package dev.ocelot.packaging.collector.distribution;

import dev.ocelot.problem.Problem;
import dev.ocelot.problem.ProblemId;
import dev.ocelot.problem.Problems;
import dev.ocelot.yaml.YamlNode;
import dev.ocelot.yaml.YamlScalar;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Takes values that must be texts. A number or truth value without quotes is refused, as a schema
 * refuses it: other readers of these files would not see a text there.
 */
final class TextValue {
  private static final Pattern NO_TEXT =
      Pattern.compile(
          "[-+]?(\\.[0-9]+|[0-9]+(\\.[0-9]*)?)([eE][-+]?[0-9]+)?|0o[0-7]+|0x[0-9a-fA-F]+"
              + "|[-+]?\\.(inf|Inf|INF)|\\.(nan|NaN|NAN)|true|True|TRUE|false|False|FALSE");

  private final Problems problems;

  TextValue(Problems problems) {
    this.problems = problems;
  }

  /**
   * Takes a value.
   *
   * @param node the value
   * @param what names it in a problem
   * @param wanted the legal values in words
   * @return the scalar, or empty when a problem was added
   */
  Optional<YamlScalar> of(YamlNode node, String what, String wanted) {
    if (node instanceof YamlScalar scalar && isText(scalar)) {
      return Optional.of(scalar);
    }
    problems.add(wrong(what + " has the wrong value", node, wanted));
    return Optional.empty();
  }

  static Problem wrong(String message, YamlNode node, String wanted) {
    String tag = node.tag().isEmpty() ? "" : node.tag() + " ";
    return Problem.error(ProblemId.CONFIG_INVALID, message)
        .at(node.location())
        .comparing(tag + node.describe(), wanted);
  }

  private static boolean isText(YamlScalar scalar) {
    boolean untagged = scalar.tag().isEmpty();
    boolean text = scalar.tag().equals("!") || scalar.tag().equals("tag:yaml.org,2002:str");
    boolean plainText =
        !scalar.plain() || (!scalar.isNull() && !NO_TEXT.matcher(scalar.text()).matches());
    return text || (untagged && plainText);
  }
}
