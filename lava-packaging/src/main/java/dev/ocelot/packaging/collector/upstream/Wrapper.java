package dev.ocelot.packaging.collector.upstream;

import dev.ocelot.problem.Problems;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;

/**
 * A Go file that registers one component when its build tags are given.
 *
 * @param kind the folder that it lies in, such as {@code processor}
 * @param fileName its name
 * @param file where it is
 * @param constraint when it is compiled
 * @param tags the tags that its constraint names
 * @param sha256 of its bytes
 */
public record Wrapper(
    String kind,
    String fileName,
    Path file,
    BuildConstraint constraint,
    SortedSet<String> tags,
    String sha256) {

  /** What is read of one file. */
  enum Demand {
    /** A file without a constraint is a problem: it would be compiled into every layer. */
    CONSTRAINT,
    /** A file without a constraint is no wrapper. */
    NOTHING
  }

  static Optional<Wrapper> read(
      Path file, String shownAs, String kind, Demand demand, Problems problems) {
    return SourceText.read(file, shownAs, problems)
        .flatMap(text -> of(file, text, kind, demand, problems));
  }

  private static Optional<Wrapper> of(
      Path file, SourceText text, String kind, Demand demand, Problems problems) {
    String wanted =
        "one line such as //go:build lambdacomponents.custom && (lambdacomponents.all || "
            + "lambdacomponents."
            + kind
            + ".all || lambdacomponents."
            + kind
            + ".<name>) before the package clause";
    List<Integer> lines = GoHeader.constraintLines(text);
    if (lines.isEmpty()) {
      if (demand == Demand.CONSTRAINT) {
        problems.add(
            UpstreamProblems.wrapper(
                text.at(1, 1), "a wrapper has no build constraint", "none", wanted));
      }
      return Optional.empty();
    }
    int last = lines.get(lines.size() - 1);
    String line = text.lines().get(last - 1).strip();
    Optional<BuildConstraint> constraint = BuildConstraint.parse(line);
    if (lines.size() > 1 || constraint.isEmpty()) {
      String what = lines.size() > 1 ? "has several build constraints" : "is not read by Go";
      problems.add(UpstreamProblems.wrapper(text.at(last, 1), "a wrapper " + what, line, wanted));
      return Optional.empty();
    }
    return constraint.map(
        condition ->
            new Wrapper(
                kind,
                file.getFileName().toString(),
                file,
                condition,
                condition.tags(),
                text.sha256()));
  }
}
