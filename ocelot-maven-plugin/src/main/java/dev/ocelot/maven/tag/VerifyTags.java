package dev.ocelot.maven.tag;

import dev.ocelot.maven.Ground;
import dev.ocelot.maven.console.Report;
import dev.ocelot.problem.Problems;
import dev.ocelot.tag.check.CheckReport;
import dev.ocelot.tag.check.TagResult;
import dev.ocelot.tag.component.ComponentSelection;
import dev.ocelot.tag.declared.BuiltTag;
import dev.ocelot.tag.declared.TagFiles;
import dev.ocelot.tag.repository.TaggedRepository;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** What {@code verify-tags} does. */
final class VerifyTags {
  private final Ground ground;
  private final ComponentSelection selection;

  VerifyTags(Ground ground, ComponentSelection selection) {
    this.ground = ground;
    this.selection = selection;
  }

  Report run() {
    Optional<Path> output = ground.outputDirectory();
    output.ifPresent(folder -> new TagFiles(folder).delete());
    Problems problems = new Problems();
    Optional<TaggedRepository> opened = TagGround.open(ground, problems);
    if (opened.isEmpty()) {
      return Report.silent();
    }
    CheckReport report = opened.get().describe(selection, problems);
    problems.addAll(report.warnings());
    problems.addAll(report.problems());
    if (!problems.hasErrors()) {
      output.ifPresent(folder -> new TagFiles(folder).write(built(report)));
    }
    return Report.of(TagSummary.lines(report.results(), problems), problems.all());
  }

  private static List<BuiltTag> built(CheckReport report) {
    return report.results().stream().map(VerifyTags::built).toList();
  }

  private static BuiltTag built(TagResult result) {
    return new BuiltTag(
        result.component().name().text(),
        result.component().name().variable(),
        result.computation().orElseThrow().computed());
  }
}
