package dev.ocelot.maven;

import dev.ocelot.maven.console.TextTable;
import dev.ocelot.packaging.plan.Forecast;
import dev.ocelot.packaging.plan.StepResult;
import java.util.List;
import java.util.Locale;

/** The tables that goals show of steps: how they ended, or would end. */
public final class StepOutcomes {
  private final String subject;

  /**
   * For steps of a sort.
   *
   * @param subject what the first column is headed with, such as {@code component}
   */
  public StepOutcomes(String subject) {
    this.subject = subject;
  }

  /**
   * How steps ended, and why they were run.
   *
   * @param steps the steps
   * @return the table's lines
   */
  public List<String> ended(List<StepResult> steps) {
    TextTable table = new TextTable(subject, "outcome", "because");
    for (StepResult step : steps) {
      String word = step.getClass().getSimpleName().toLowerCase(Locale.ROOT);
      table.row(step.id().toString(), word, reason(step));
    }
    return table.lines();
  }

  /**
   * What would become of steps.
   *
   * @param forecasts for each step
   * @return the table's lines; none for no steps
   */
  public List<String> expected(List<Forecast> forecasts) {
    TextTable table = new TextTable(subject, "would be", "because");
    for (Forecast step : forecasts) {
      table.row(step.id().toString(), step.action().name().toLowerCase(Locale.ROOT), step.reason());
    }
    return table.isEmpty() ? List.of() : table.lines();
  }

  private static String reason(StepResult step) {
    if (step instanceof StepResult.Built built) {
      return built.reason();
    }
    if (step instanceof StepResult.Failed failed) {
      return failed.reason();
    }
    return step instanceof StepResult.Skipped skipped ? skipped.because() + " failed" : "";
  }
}
