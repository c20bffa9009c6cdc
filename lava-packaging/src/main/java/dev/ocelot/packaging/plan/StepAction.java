package dev.ocelot.packaging.plan;

/** The work of a step, done only when the store has no result. */
@FunctionalInterface
public interface StepAction {
  /**
   * Fills the output folder.
   *
   * @param context the folders, and the results of earlier steps
   * @throws dev.ocelot.problem.ProblemException when it cannot be done
   * @throws dev.ocelot.packaging.process.CancelledException when its thread was interrupted;
   *     whatever it started has ended then
   */
  void run(StepContext context);
}
