package dev.ocelot.tag.explain;

import dev.ocelot.tag.InputDigest;
import dev.ocelot.tag.explain.Explanation.Compared;
import dev.ocelot.tag.explain.Explanation.Source;
import dev.ocelot.tag.explain.Explanation.Undeclared;
import dev.ocelot.tag.explain.Explanation.Unknown;
import java.util.ArrayList;
import java.util.List;

/**
 * An explanation as lines for a person. The command that mends it is that of the check ({@code
 * CheckReport.remedy()}).
 */
public final class ExplanationText {
  private ExplanationText() {}

  /**
   * The lines.
   *
   * @param explanation what to render
   * @return lines without their ends; names show control characters as escapes
   */
  public static List<String> lines(Explanation explanation) {
    List<String> lines = new ArrayList<>();
    lines.add(explanation.component() + " (" + explanation.component().variable() + ")");
    if (explanation instanceof Compared compared) {
      tags(lines, compared.declared().text(), explanation);
      lines.add("  " + basis(compared.source()));
      compared.differences().forEach(difference -> lines.add("    " + line(difference)));
      if (compared.differences().isEmpty()) {
        lines.add("    no input differs: the declared tag was not computed from inputs");
      }
    } else if (explanation instanceof Unknown unknown) {
      tags(lines, ShownPath.of(unknown.declared()), explanation);
      lines.add("  only the current inputs are known, not those of the declared tag:");
      inputs(lines, explanation);
    } else if (explanation instanceof Undeclared) {
      tags(lines, "nothing", explanation);
      lines.add("  the inputs:");
      inputs(lines, explanation);
    }
    return lines;
  }

  private static void tags(List<String> lines, String declared, Explanation explanation) {
    lines.add("  declared  " + declared);
    lines.add("  computed  " + explanation.computed().tag());
  }

  private static void inputs(List<String> lines, Explanation explanation) {
    explanation
        .computed()
        .inputs()
        .forEach(input -> lines.add("    " + ShownPath.of(input.path()) + size(input)));
  }

  private static String basis(Source source) {
    if (source instanceof Source.InRevision revision) {
      return "since revision " + revision.id() + ", whose files give the declared tag:";
    }
    return "since the declared tag was computed on this machine:";
  }

  private static String line(TagDifference difference) {
    if (difference instanceof TagDifference.Changed changed) {
      return "changed    " + ShownPath.of(changed.after().path()) + extent(changed);
    }
    if (difference instanceof TagDifference.Added added) {
      return "added      " + ShownPath.of(added.input().path()) + size(added.input());
    }
    if (difference instanceof TagDifference.Removed removed) {
      return "removed    " + ShownPath.of(removed.input().path()) + size(removed.input());
    }
    if (difference instanceof TagDifference.Renamed renamed) {
      return "renamed    "
          + ShownPath.of(renamed.before())
          + " to "
          + ShownPath.of(renamed.after())
          + " (does not change the tag by itself)";
    }
    TagDifference.Reordered order = (TagDifference.Reordered) difference;
    return "reordered  " + paths(order.before()) + " to " + paths(order.after());
  }

  private static String extent(TagDifference.Changed changed) {
    return switch (changed.extent()) {
      case CONTENT ->
          changed.after().text().crlf() && !changed.before().text().crlf()
              ? " (and its lines now end in CR LF)"
              : "";
      case LINE_ENDS ->
          changed.after().text().crlf()
              ? " (only line ends: now CR LF)"
              : " (only line ends: now LF)";
      case COMMENTS -> " (only blank lines and lines that begin with #)";
    };
  }

  private static String size(InputDigest input) {
    return input.size() == 0
        ? " (empty: does not change the tag)"
        : " (" + input.size() + (input.size() == 1 ? " byte)" : " bytes)");
  }

  private static String paths(List<String> paths) {
    return String.join(", ", paths.stream().map(ShownPath::of).toList());
  }
}
