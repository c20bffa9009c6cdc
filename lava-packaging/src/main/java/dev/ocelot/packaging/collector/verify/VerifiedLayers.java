package dev.ocelot.packaging.collector.verify;

import dev.ocelot.packaging.plan.PlanResult;
import dev.ocelot.packaging.plan.StepResult;
import dev.ocelot.problem.Problem;
import dev.ocelot.problem.Remedy;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

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
    return read(step, VerifyAction.COMPONENTS).map(line -> line.replace(' ', '/')).toList();
  }

  /**
   * Everything that is wrong, and warnings of layers whose upstream configuration does not fit.
   *
   * @return errors and warnings
   */
  public List<Problem> problems() {
    List<Problem> all = new ArrayList<>(result.problems());
    for (StepResult step : result.steps()) {
      read(step, VerifyAction.DOUBTS)
          .forEach(
              doubt ->
                  all.add(
                      Problem.warning(
                              VerifyProblems.LAYER_INVALID,
                              "layer %s carries upstream's configuration, which its collector refuses: %s"
                                  .formatted(step.id().text().replaceFirst("^verify ", ""), doubt))
                          .withRemedy(
                              Remedy.advice(
                                  "name a config-file for the distribution, or let functions say"
                                      + " OPENTELEMETRY_COLLECTOR_CONFIG_URI"))));
    }
    return all;
  }

  private static Stream<String> read(StepResult step, String file) {
    if (!(step instanceof StepResult.Done done)) {
      return Stream.empty();
    }
    try {
      return Files.readAllLines(done.entry().path(file)).stream();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
