package dev.ocelot.maven.tag;

import dev.ocelot.maven.Ground;
import dev.ocelot.maven.console.Report;
import dev.ocelot.problem.Problems;
import dev.ocelot.tag.check.CheckReport;
import dev.ocelot.tag.check.TagSource;
import dev.ocelot.tag.component.ComponentSelection;
import dev.ocelot.tag.repository.TaggedRepository;
import java.util.Optional;

/** What {@code check-tags} does. */
final class CheckTags {
  private final Ground ground;
  private final ComponentSelection selection;
  private final TagSource source;

  CheckTags(Ground ground, ComponentSelection selection, TagSource source) {
    this.ground = ground;
    this.selection = selection;
    this.source = source;
  }

  Report run() {
    Problems problems = new Problems();
    Optional<TaggedRepository> opened = TagGround.open(ground, problems);
    if (opened.isEmpty()) {
      return Report.silent();
    }
    CheckReport report = opened.get().check(selection, source, problems);
    problems.addAll(report.warnings());
    problems.addAll(report.problems());
    return Report.of(TagSummary.lines(report.results(), problems), problems.all());
  }
}
