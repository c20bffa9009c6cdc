package dev.ocelot.packaging.plan;

import dev.ocelot.packaging.progress.Progress;
import dev.ocelot.packaging.store.Store;
import java.util.List;

/**
 * Runs plans: each step as soon as those before it are done and the budget allows, and only when
 * the store has no result for its key.
 */
public final class PlanRunner {
  private final Store store;
  private final Budget budget;
  private final PlanSettings settings;
  private final Progress progress;

  /**
   * With what a run needs.
   *
   * @param store where results are
   * @param budget what may be used at once
   * @param settings how to run
   * @param progress hears of the steps
   */
  public PlanRunner(Store store, Budget budget, PlanSettings settings, Progress progress) {
    this.store = store;
    this.budget = budget;
    this.settings = settings;
    this.progress = progress;
  }

  /**
   * Says what a run would do. Takes no lock, runs nothing and changes nothing.
   *
   * @param plan the plan
   * @return a forecast for each step, in the plan's order
   */
  public List<Forecast> forecast(Plan plan) {
    Reasons reasons = new Reasons(store.memory(settings.scope()));
    return plan.steps().stream()
        .map(step -> reasons.forecast(step, store.find(step.key())))
        .toList();
  }

  /**
   * Runs a plan to its end. When the calling thread is interrupted, every step is cancelled, and
   * the thread is still interrupted afterwards.
   *
   * @param plan the plan
   * @return how each step ended
   */
  public PlanResult run(Plan plan) {
    StepRunner steps = new StepRunner(store, budget, settings, progress);
    return new PlanRun(plan, steps, settings).run();
  }
}
