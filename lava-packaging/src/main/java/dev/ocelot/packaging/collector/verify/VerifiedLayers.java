package dev.ocelot.packaging.collector.verify;

import dev.ocelot.packaging.plan.PlanResult;
import dev.ocelot.packaging.plan.StepResult;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.util.List;

/**
 * How verifying layers ended.
 *
 * @param result how each layer ended
 */
public record VerifiedLayers(PlanResult result) {
  /**
   * The components that a collector said it holds.
   *
   * @param step one of the result's
   * @return such as {@code exporter/otlphttp}, sorted; empty when the layer was not verified
   */
  public List<String> components(StepResult step) {
    if (!(step instanceof StepResult.Done done)) {
      return List.of();
    }
    try {
      return Files.readAllLines(done.entry().path(VerifyAction.COMPONENTS)).stream()
          .map(line -> line.replace(' ', '/'))
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
