package dev.ocelot.packaging.collector.verify;

import dev.ocelot.packaging.artifact.Artifact;
import dev.ocelot.packaging.artifact.ArtifactRecord;
import dev.ocelot.packaging.artifact.ArtifactsFile;
import dev.ocelot.packaging.artifact.FileDigests;
import dev.ocelot.packaging.artifact.Publication;
import dev.ocelot.packaging.plan.Budget;
import dev.ocelot.packaging.plan.OnFailure;
import dev.ocelot.packaging.plan.Plan;
import dev.ocelot.packaging.plan.PlanRunner;
import dev.ocelot.packaging.plan.PlanSettings;
import dev.ocelot.packaging.plan.Resources;
import dev.ocelot.packaging.plan.Step;
import dev.ocelot.packaging.plan.StepId;
import dev.ocelot.packaging.platform.Platform;
import dev.ocelot.packaging.platform.Platforms;
import dev.ocelot.packaging.platform.Vocabulary;
import dev.ocelot.packaging.process.ProcessRunner;
import dev.ocelot.packaging.progress.Progress;
import dev.ocelot.packaging.store.BuildKey;
import dev.ocelot.packaging.store.Store;
import dev.ocelot.problem.Location;
import dev.ocelot.problem.Problem;
import dev.ocelot.problem.ProblemException;
import dev.ocelot.problem.ProblemId;
import dev.ocelot.problem.Problems;
import dev.ocelot.problem.Remedy;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * Verifies the collector layers that a module lists. What was verified once is remembered by the
 * digest of its bytes, so verifying it again costs nothing.
 */
public final class LayerVerification {
  /** Raised whenever more is checked. */
  private static final String SCHEMA = "2";

  private static final String CONFIGURATIONS = "config/examples/";

  private final Store store;
  private final Budget budget;
  private final ProcessRunner runner;
  private final Progress progress;

  /**
   * With what verification is done with.
   *
   * @param store remembers
   * @param budget what may be used at once
   * @param runner runs collectors
   * @param progress hears of the layers
   */
  public LayerVerification(Store store, Budget budget, ProcessRunner runner, Progress progress) {
    this.store = store;
    this.budget = budget;
    this.runner = runner;
    this.progress = progress;
  }

  /**
   * Verifies.
   *
   * @param list the module's artifacts
   * @param scope what tells the repository from others in the store's memory
   * @return how each layer ended; empty when there is none
   * @throws ProblemException when a listed file is gone or changed
   */
  public VerifiedLayers verify(ArtifactsFile list, String scope) {
    Problems problems = new Problems();
    List<BuiltCollector> layers = layers(list, problems);
    problems.throwIfErrors();
    List<Step> steps = new ArrayList<>();
    for (BuiltCollector layer : layers) {
      Resources resources = isOurs(layer.platform()) ? Resources.ONE_CPU : Resources.EMULATED;
      VerifyAction action = new VerifyAction(layer, runner);
      steps.add(new Step(new StepId("verify " + layer), key(layer), Set.of(), resources, action));
    }
    PlanSettings settings = PlanSettings.of(scope, OnFailure.CONTINUE);
    PlanRunner plans = new PlanRunner(store, budget, settings, progress);
    return new VerifiedLayers(plans.run(new Plan(steps)));
  }

  private static BuildKey key(BuiltCollector layer) {
    return BuildKey.builder()
        .add("the way Ocelot verifies", SCHEMA)
        .add("the kind", "verified collector layer")
        .add("the layer", layer.artifact().digests().sha256())
        .add("the platform", layer.platform().name())
        .add("the collector's version", layer.facts().collectorVersion())
        .add("the build tags", String.join(",", layer.facts().buildTags()))
        .add("the configuration", layer.configuration().name())
        .build();
  }

  private static boolean isOurs(Platform platform) {
    String machine = System.getProperty("os.arch");
    return platform.word(Vocabulary.JAVA).map(machine::equals).orElse(false);
  }

  private static List<BuiltCollector> layers(ArtifactsFile list, Problems problems) {
    List<BuiltCollector> layers = new ArrayList<>();
    for (Artifact artifact : list.exists() ? list.read(problems) : List.<Artifact>of()) {
      if (artifact.publication() instanceof Publication.Layer facts
          && !facts.collectorVersion().isEmpty()) {
        Path file = list.outputDirectory().resolve(artifact.file());
        if (isWhatIsListed(artifact, file, problems)) {
          Platform platform =
              Platforms.standard().parse(artifact.id().platform(), Location.of(list.shownAs()));
          layers.add(
              new BuiltCollector(
                  artifact, facts, file, platform, configuration(list, artifact, problems)));
        }
      }
    }
    return layers;
  }

  private static BuiltCollector.Configuration configuration(
      ArtifactsFile list, Artifact artifact, Problems problems) {
    Path file = list.outputDirectory().resolve(artifact.record());
    boolean own =
        ArtifactRecord.read(file, artifact.record(), problems).stream()
            .flatMap(record -> record.tag().inputs().stream())
            .anyMatch(input -> input.path().startsWith(CONFIGURATIONS));
    return own ? BuiltCollector.Configuration.OWN : BuiltCollector.Configuration.UPSTREAM;
  }

  private static boolean isWhatIsListed(Artifact artifact, Path file, Problems problems) {
    String got;
    try {
      got = FileDigests.of(file).sha256();
    } catch (IOException e) {
      problems.add(
          Problem.error(ProblemId.FILE_ACCESS, artifact.file() + " cannot be read: " + e)
              .withRemedy(Remedy.advice("build the layers again")));
      return false;
    }
    if (!got.equals(artifact.digests().sha256())) {
      problems.add(
          Problem.error(
                  VerifyProblems.LAYER_INVALID, artifact.file() + " was changed after it was built")
              .comparing(got, artifact.digests().sha256())
              .withRemedy(Remedy.advice("build the layers again")));
      return false;
    }
    return true;
  }
}
