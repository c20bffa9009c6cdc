package dev.ocelot.maven.collector;

import dev.ocelot.maven.Ground;
import dev.ocelot.maven.console.Report;
import dev.ocelot.maven.console.TextTable;
import dev.ocelot.packaging.artifact.ArtifactsFile;
import dev.ocelot.packaging.collector.verify.VerifiedLayers;
import dev.ocelot.packaging.plan.StepResult;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;

/** What {@code verify-layers} does. */
final class VerifyLayers {
  private final Ground ground;
  private final LayerServices services;

  VerifyLayers(Ground ground, LayerServices services) {
    this.ground = ground;
    this.services = services;
  }

  Report run() {
    Path output = ground.outputDirectory().orElseThrow();
    ArtifactsFile list =
        new ArtifactsFile(output, ground.root().show(output.resolve(ArtifactsFile.NAME)));
    VerifiedLayers verified = services.verification().verify(list, ground.root().path().toString());
    if (verified.result().steps().isEmpty()) {
      return ground.calledByName()
          ? Report.of(List.of("there is no collector layer to verify"), List.of())
          : Report.silent();
    }
    TextTable table = new TextTable("layer", "outcome", "components");
    for (StepResult step : verified.result().steps()) {
      String word =
          step instanceof StepResult.Done
              ? "verified"
              : step.getClass().getSimpleName().toLowerCase(Locale.ROOT);
      table.row(
          step.id().toString().replaceFirst("^verify ", ""),
          word,
          String.join(" ", verified.components(step)));
    }
    return Report.of(table.lines(), verified.problems());
  }
}
