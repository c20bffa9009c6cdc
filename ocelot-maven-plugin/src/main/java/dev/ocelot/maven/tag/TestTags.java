package dev.ocelot.maven.tag;

import dev.ocelot.maven.Ground;
import dev.ocelot.maven.console.Report;
import dev.ocelot.problem.Problem;
import dev.ocelot.problem.ProblemException;
import dev.ocelot.problem.ProblemId;
import dev.ocelot.problem.Problems;
import dev.ocelot.problem.Remedy;
import dev.ocelot.tag.check.TestTimeCheck;
import dev.ocelot.tag.check.TestTimeResult;
import dev.ocelot.tag.component.ComponentSelection;
import dev.ocelot.tag.component.Components;
import dev.ocelot.tag.repository.TaggedRepository;
import java.io.File;
import java.util.List;
import java.util.stream.Collectors;

/** What {@code test-tags} does. */
final class TestTags {
  private final Ground ground;
  private final ComponentSelection selection;
  private final List<String> demanded;

  TestTags(Ground ground, ComponentSelection selection, List<String> demanded) {
    this.ground = ground;
    this.selection = selection;
    this.demanded = demanded;
  }

  /** What a module tests is its own matter, so this runs in every module that has directories. */
  Report in(List<File> directories) {
    if (directories.isEmpty() && demanded.isEmpty()) {
      if (ground.calledByName()) {
        throw new ProblemException(nowhere());
      }
      ground.console().log().debug("no tag directories");
      return Report.silent();
    }
    Problems problems = new Problems();
    TaggedRepository repository =
        TaggedRepository.open(ground.root(), ground.environment(), ground.evaluator(), problems);
    Components components = repository.components().select(selection, problems);
    TestTimeCheck check =
        new TestTimeCheck(directories.stream().map(File::toPath).toList(), demanded);
    List<TestTimeResult> results = check.check(components, repository.expectations(), problems);
    String fitting =
        results.stream()
            .filter(TestTimeResult.Fits.class::isInstance)
            .map(result -> result.component().name().text())
            .distinct()
            .collect(Collectors.joining(", "));
    return Report.of(
        List.of("tested with the expected tag: " + (fitting.isEmpty() ? "none" : fitting)),
        problems.all());
  }

  private static Problem nowhere() {
    return Problem.error(ProblemId.CONFIG_INVALID, "there is no folder to look for tag files in")
        .withRemedy(
            Remedy.advice(
                "set ocelot.tagDirectories to the folders that hold the tag files of what is tested"));
  }
}
