package dev.ocelot.packaging.progress;

/** Hears of jobs that may take a while. Safe for several threads. */
public interface Progress {

  /**
   * A job began.
   *
   * @param job what is done to what, such as {@code build hello arm64}; two jobs may have one name
   * @param total how much there is to do
   * @return hears of the job; it must be finished
   */
  JobProgress started(String job, Amount total);

  /**
   * Tells nobody.
   *
   * @return the progress
   */
  static Progress none() {
    return new NoProgress();
  }
}
