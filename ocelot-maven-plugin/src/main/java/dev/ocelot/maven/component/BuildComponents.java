package dev.ocelot.maven.component;

import dev.ocelot.maven.Attachments;
import dev.ocelot.maven.Ground;
import dev.ocelot.maven.StepOutcomes;
import dev.ocelot.maven.console.Report;
import dev.ocelot.packaging.artifact.Artifact;
import dev.ocelot.packaging.artifact.ArtifactKind;
import dev.ocelot.packaging.artifact.ArtifactsFile;
import dev.ocelot.packaging.component.ComponentBuildReport;
import dev.ocelot.packaging.component.ComponentBuildRequest;
import dev.ocelot.packaging.component.HostScripts;
import dev.ocelot.packaging.component.TaggedComponent;
import dev.ocelot.packaging.plan.OnFailure;
import dev.ocelot.problem.Problems;
import dev.ocelot.tag.check.CheckReport;
import dev.ocelot.tag.check.TagResult;
import dev.ocelot.tag.component.ComponentSelection;
import dev.ocelot.tag.repository.TaggedRepository;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** What {@code build-components} does. */
final class BuildComponents {
  private final Ground ground;
  private final ComponentSelection selection;
  private final BuildServices services;
  private final Attachments attachments;

  BuildComponents(
      Ground ground,
      ComponentSelection selection,
      BuildServices services,
      Attachments attachments) {
    this.ground = ground;
    this.selection = selection;
    this.services = services;
    this.attachments = attachments;
  }

  /** What would be built. */
  Report forecast() {
    attachments.none();
    Problems problems = new Problems();
    ComponentBuildRequest request = request(problems);
    problems.throwIfErrors();
    List<String> lines =
        new StepOutcomes("component").expected(services.builds().forecast(request));
    return Report.of(lines.isEmpty() ? List.of("nothing to build") : lines, problems.all());
  }

  /** Builds, puts the results in their place and attaches them. */
  Report run() {
    Problems problems = new Problems();
    ComponentBuildRequest request = request(problems);
    problems.throwIfErrors();
    List<Artifact> artifacts = List.of();
    List<String> lines = List.of();
    if (!request.components().isEmpty()) {
      ComponentBuildReport report = services.builds().build(request);
      problems.addAll(report.result().problems());
      lines = new StepOutcomes("component").ended(report.result().steps());
      artifacts = report.artifacts();
    } else {
      ground.console().log().debug("no component of this module has a build section");
    }
    if (!problems.hasErrors()) {
      attach(request.output(), artifacts);
    }
    return Report.of(lines, problems.all());
  }

  private ComponentBuildRequest request(Problems problems) {
    TaggedRepository repository =
        TaggedRepository.open(ground.root(), ground.environment(), ground.evaluator(), problems);
    List<TaggedComponent> components =
        new Ownership(ground, repository.components())
            .narrow(selection, problems)
            .map(owned -> current(repository.describe(owned, problems), problems))
            .orElse(List.of());
    return new ComponentBuildRequest(
        ground.root(),
        components,
        ground.outputDirectory().orElseThrow(),
        ground.version(),
        ground.environment(),
        ground.hostScriptsAllowed() ? HostScripts.ALLOWED : HostScripts.REFUSED,
        OnFailure.CONTINUE);
  }

  private static List<TaggedComponent> current(CheckReport report, Problems problems) {
    problems.addAll(report.problems());
    List<TaggedComponent> components = new ArrayList<>();
    for (TagResult result : report.results()) {
      if (result instanceof TagResult.Current current) {
        components.add(TaggedComponent.of(current));
      }
    }
    return components;
  }

  private void attach(Path output, List<Artifact> artifacts) {
    ArtifactsFile list =
        new ArtifactsFile(output, ground.root().show(output.resolve(ArtifactsFile.NAME)));
    if (!list.exists()) {
      list.replace("build-components", List.of());
    }
    attachments.main(list.file());
    for (Artifact artifact : artifacts) {
      if (artifact.id().kind().equals(ArtifactKind.COMPONENT)) {
        new Attachment(artifact, output).to(attachments);
      }
    }
  }
}
