package dev.ocelot.maven.tag;

import dev.ocelot.file.FileLocks;
import dev.ocelot.maven.Ground;
import dev.ocelot.maven.console.Report;
import dev.ocelot.problem.Problem;
import dev.ocelot.problem.ProblemException;
import dev.ocelot.problem.ProblemId;
import dev.ocelot.problem.Problems;
import dev.ocelot.tag.component.ComponentLayout;
import dev.ocelot.tag.component.Components;
import dev.ocelot.tag.init.InitPlan;
import dev.ocelot.tag.init.InitWriter;
import dev.ocelot.tag.init.NewComponent;
import dev.ocelot.tag.init.PlannedFile;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** What {@code init-tag} does. */
final class InitTag {
  private static final Duration PATIENCE = Duration.ofMinutes(1);
  private static final String USUAL = "usual";

  private final Ground ground;

  InitTag(Ground ground) {
    this.ground = ground;
  }

  Report add(String name, String layout) {
    Problems problems = new Problems();
    Components components = Components.discover(ground.root(), problems);
    problems.throwIfErrors();
    NewComponent planner = new NewComponent(components);
    InitPlan plan =
        planner.plan(name, layout.equals(USUAL) ? planner.usualLayout() : named(layout));
    new InitWriter(ground.root(), new FileLocks(ground.cacheDirectory(), PATIENCE)).write(plan);
    List<String> lines = new ArrayList<>();
    for (PlannedFile file : plan.files()) {
      lines.add("wrote " + file.path());
    }
    lines.add("declared " + plan.component().declaredKey() + " in " + plan.declaredTagsFile());
    return Report.of(lines, problems.all());
  }

  private static ComponentLayout named(String id) {
    return ComponentLayout.ALL.stream()
        .filter(layout -> layout.id().equals(id))
        .findFirst()
        .orElseThrow(
            () ->
                new ProblemException(
                    Problem.error(ProblemId.CONFIG_INVALID, "ocelot.layout names no layout")
                        .comparing(
                            id,
                            USUAL
                                + ", "
                                + ComponentLayout.ALL.stream()
                                    .map(ComponentLayout::id)
                                    .collect(Collectors.joining(", ")))));
  }
}
