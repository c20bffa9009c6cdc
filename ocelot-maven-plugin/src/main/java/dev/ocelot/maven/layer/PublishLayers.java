package dev.ocelot.maven.layer;

import dev.ocelot.maven.Ground;
import dev.ocelot.maven.console.Report;
import dev.ocelot.maven.console.TextTable;
import dev.ocelot.packaging.artifact.ArtifactsFile;
import dev.ocelot.packaging.ci.StepOutputs;
import dev.ocelot.packaging.git.GitCommit;
import dev.ocelot.packaging.platform.Platforms;
import dev.ocelot.packaging.process.LocalProcessRunner;
import dev.ocelot.packaging.publish.BuiltLayer;
import dev.ocelot.packaging.publish.BuiltLayers;
import dev.ocelot.packaging.publish.LayerPublisher;
import dev.ocelot.packaging.publish.LayerService;
import dev.ocelot.packaging.publish.PublishOutputs;
import dev.ocelot.packaging.publish.PublishOverrides;
import dev.ocelot.packaging.publish.PublishPatience;
import dev.ocelot.packaging.publish.PublishPlan;
import dev.ocelot.packaging.publish.PublishResult;
import dev.ocelot.packaging.publish.PublishSettings;
import dev.ocelot.packaging.publish.Timing;
import dev.ocelot.problem.Location;
import dev.ocelot.problem.Problem;
import dev.ocelot.problem.ProblemException;
import dev.ocelot.problem.ProblemId;
import dev.ocelot.problem.Problems;
import dev.ocelot.problem.Remedy;
import java.io.File;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.apache.maven.project.MavenProject;
import org.jspecify.annotations.Nullable;

/** What {@code publish-layers} does. */
final class PublishLayers {
  /** Layers would be public before they are tested. */
  static final ProblemId NOT_TESTED_YET = ProblemId.user("not-tested-yet");

  private static final String PUBLISHING = "ocelot-publish";

  private final Ground ground;
  private final List<File> folders;
  private final PublishOverrides overrides;
  private final @Nullable Boolean makePublic;
  private final boolean createTable;

  PublishLayers(
      Ground ground,
      List<File> folders,
      PublishOverrides overrides,
      @Nullable Boolean makePublic,
      boolean createTable) {
    this.ground = ground;
    this.folders = folders;
    this.overrides = overrides;
    this.makePublic = makePublic;
    this.createTable = createTable;
  }

  /** What would be published. Of a module that was not built yet, that is not known. */
  Report plan() {
    List<ArtifactsFile> built = lists().stream().filter(ArtifactsFile::exists).toList();
    return withPublisher(built, this::forecast);
  }

  /** Publishes. */
  Report run() {
    return withPublisher(lists(), this::publish);
  }

  private Report forecast(LayerPublisher publisher, List<BuiltLayer> layers)
      throws InterruptedException {
    PublishPlan plan = publisher.plan(layers);
    PublishOutputs.ofDryRun(plan).tell(StepOutputs.of(ground.environment()));
    List<String> lines = new ArrayList<>(plan.lines());
    for (ArtifactsFile list : lists()) {
      if (!list.exists()) {
        lines.add(list.shownAs() + " does not exist yet, so its layers are not known");
      }
    }
    return Report.of(lines, List.of());
  }

  private Report publish(LayerPublisher publisher, List<BuiltLayer> layers)
      throws InterruptedException {
    PublishPlan plan = publisher.plan(layers);
    Path receipts = ground.outputDirectory().orElseThrow().resolve("receipts.json");
    PublishResult result = publisher.publish(plan, receipts, ground.console().progress());
    PublishOutputs.of(result).tell(StepOutputs.of(ground.environment()));
    TextTable table = new TextTable("layer", "region", "version", "outcome", "detail");
    for (PublishResult.SummaryRow row : result.summary()) {
      table.row(row.layer(), row.region(), row.version(), row.outcome(), row.detail());
    }
    return Report.of(table.isEmpty() ? List.of("no layers") : table.lines(), result.problems());
  }

  private interface Work {
    Report with(LayerPublisher publisher, List<BuiltLayer> layers) throws InterruptedException;
  }

  private Report withPublisher(List<ArtifactsFile> lists, Work work) {
    PublishingFile file = new PublishingFile(ground);
    if (file.isNoConcern() || isLeftToAnother()) {
      return Report.silent();
    }
    PublishSettings settings = file.settings(overrides, makePublic);
    Problems problems = new Problems();
    List<BuiltLayer> layers =
        new BuiltLayers(settings, Platforms.standard(), problems).gather(lists);
    problems.throwIfErrors();
    try (LayerService service = new LayerServiceChoice(ground).open(settings, createTable)) {
      return work.with(
          new LayerPublisher(
              service,
              settings,
              PublishPatience.DEFAULT,
              Timing.SYSTEM,
              new GitCommit(new LocalProcessRunner(), ground.root()).id()),
          layers);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new ProblemException(
          Problem.error(ProblemId.environment("cancelled"), "publishing was interrupted")
              .withRemedy(Remedy.advice("run it again: it finishes what was begun")),
          e);
    }
  }

  /**
   * Maven finishes a module before the modules that test it begin. Where a module that is made for
   * publishing depends on this one, it does the work when its time has come; else this is a
   * mistake.
   *
   * @return whether publishing is that module's business
   */
  private boolean isLeftToAnother() {
    List<MavenProject> dependents = ground.dependents();
    if (dependents.isEmpty()) {
      return false;
    }
    for (MavenProject dependent : dependents) {
      if (dependent.getPackaging().equals(PUBLISHING)) {
        ground
            .console()
            .log()
            .info("layers of this module are published by " + dependent.getName());
        return true;
      }
    }
    throw new ProblemException(tooEarly(dependents));
  }

  private Problem tooEarly(List<MavenProject> dependents) {
    String names = dependents.stream().map(MavenProject::getName).collect(Collectors.joining(", "));
    return Problem.error(
            NOT_TESTED_YET,
            "module %s would publish before these modules have tested it: %s"
                .formatted(ground.module().getName(), names))
        .at(Location.of(ground.root().show(ground.folder().resolve("pom.xml"))))
        .withRemedy(
            Remedy.advice(
                "add a module of packaging ocelot-publish that depends on the modules that test,"
                    + " and set artifactDirectories in it to the output directory of this one"));
  }

  private List<ArtifactsFile> lists() {
    List<Path> paths =
        folders.isEmpty()
            ? List.of(ground.outputDirectory().orElseThrow())
            : folders.stream().map(File::toPath).toList();
    return paths.stream()
        .map(path -> new ArtifactsFile(path, ground.root().show(path.resolve(ArtifactsFile.NAME))))
        .toList();
  }
}
