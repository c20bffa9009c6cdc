package dev.ocelot.packaging.plan;

import java.time.Duration;

/**
 * How a plan is run.
 *
 * @param scope what tells the repository from others in the store's memory, such as its real path
 * @param onFailure what becomes of the other steps when one fails
 * @param lockWait how long a step may wait for another run that builds the same thing
 * @param cancelWait how long a cancelled step may take to end
 */
public record PlanSettings(
    String scope, OnFailure onFailure, Duration lockWait, Duration cancelWait) {
  private static final Duration LOCK_WAIT = Duration.ofHours(1);
  private static final Duration CANCEL_WAIT = Duration.ofMinutes(1);

  /**
   * With the usual waits: an hour for another run, a minute for a step that is cancelled.
   *
   * @param scope the repository
   * @param onFailure what becomes of the other steps
   * @return the settings
   */
  public static PlanSettings of(String scope, OnFailure onFailure) {
    return new PlanSettings(scope, onFailure, LOCK_WAIT, CANCEL_WAIT);
  }
}
